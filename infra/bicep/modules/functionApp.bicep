// The function app on Flex Consumption. Its settings are in appSettings.bicep.

import { alwaysReady, tagSet } from 'types.bicep'

@description('Required. Name of the app.')
@minLength(2)
@maxLength(60)
param name string

@description('Required. Name of the plan; Flex Consumption has one app per plan.')
param planName string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the identity that the app has.')
param identityName string

@description('Required. Name of the storage account with the package.')
param storageName string

@description('Required. Container of the package.')
param packageContainer string

@description('Required. Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Required. Most instances at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Required. Instances that never sleep.')
param ready alwaysReady

@description('Conditional. Name of the virtual network that the app calls from, with a subnet app; needed with private endpoints.')
param networkName string?

@description('Every kind of instance that can be kept ready. The functions are named as in their function.json.')
var readiness = [
  { name: 'http', instanceCount: ready.http }
  { name: 'function:PushToBoards', instanceCount: ready.pushToBoards }
  { name: 'function:DeliverSms', instanceCount: ready.deliverSms }
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: storageName
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2026-03-01' existing = if (networkName != null) {
  name: '${networkName}/app'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    clientAffinityEnabled: false
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: networkName != null ? subnet.id : null
    siteConfig: { ftpsState: 'Disabled', minTlsVersion: '1.2', scmMinTlsVersion: '1.2' }
    functionAppConfig: {
      runtime: { name: 'custom', version: '1.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: filter(readiness, kind => kind.instanceCount > 0)
      }
    }
  }
}

// Deploying takes a sign-in, never a publishing password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}
