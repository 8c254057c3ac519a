// The function app on Flex Consumption. Its settings are in appSettings.bicep.

import { nameSet } from 'names.bicep'
import { alwaysReady, tagSet } from 'types.bicep'

@description('Required. Names of everything.')
param names nameSet

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Required. Most instances at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Required. Instances that never sleep.')
param ready alwaysReady

@description('Required. Whether it calls from the virtual network, by its subnet app.')
param isPrivate bool

@description('Every kind of instance that can be kept ready. The functions are named as in their function.json.')
var readiness = [
  { name: 'http', instanceCount: ready.http }
  { name: 'function:PushToBoards', instanceCount: ready.pushToBoards }
  { name: 'function:DeliverSms', instanceCount: ready.deliverSms }
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: names.identity
}

resource storage 'Microsoft.Storage/storageAccounts@2026-09-01' existing = {
  name: names.storage
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2026-03-01' existing = if (isPrivate) {
  name: '${names.network}/app'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: names.plan
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: names.app
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
    virtualNetworkSubnetId: isPrivate ? subnet.id : null
    siteConfig: { ftpsState: 'Disabled', minTlsVersion: '1.2', scmMinTlsVersion: '1.2' }
    functionAppConfig: {
      runtime: { name: 'custom', version: '1.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${names.packageContainer}'
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
