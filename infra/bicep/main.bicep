// Everything that the system consists of in Azure, in the order in which it comes to be.

targetScope = 'subscription'

import { agreedRates, alwaysReady, brokerSize, mailRelay, tagSet, twilioAccount } from 'modules/types.bicep'

@description('Required. Which of the environments this is; part of every name.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

@description('Required. Region, such as westeurope.')
@minLength(2)
param location string

@description('Optional. Tags of every resource.')
param tags tagSet = {}

@description('Optional. How many copies of the tables there are, and where.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Optional. Tier of the broker, and its size. Private endpoints need Premium.')
param broker brokerSize = { tier: 'Standard' }

@description('Optional. Tier of the boards\' connections. Private endpoints need Standard or Premium.')
@allowed(['Free_F1', 'Standard_S1', 'Premium_P1'])
param boardsTier string = 'Standard_S1'

@description('Optional. Units for the boards; each carries 1,000 connections.')
@minValue(1)
@maxValue(100)
param boardsUnits int = 1

@description('Optional. Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Optional. Most instances of the app at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Optional. Instances that never sleep.')
param ready alwaysReady = { http: 1, pushToBoards: 1, deliverSms: 1 }

@description('Required. Account at the provider of text messages.')
param twilio twilioAccount

@description('Required. Relay that takes the email.')
param mail mailRelay

@description('Optional. Rates agreed with providers, for the forecast that is shown before an approval.')
param agreed agreedRates = {}

@description('Required. Audience of the tokens: the client id that infra/register-app prints.')
@minLength(1)
param signInAudience string

@description('Optional. Directory whose tokens are believed.')
@minLength(36)
@maxLength(36)
param signInTenantId string = tenant().tenantId

@description('Optional. Authentication context of Conditional Access, c1 to c99, that a token must carry to approve; empty for none.')
@maxLength(3)
param approvalContext string = ''

@description('Conditional. Address that people and providers use, without a slash at its end; needed when it is not the name that Azure gives the app.')
param publicBaseUrl string?

@description('Required. Addresses that are woken when something is wrong; at least one.')
@minLength(1)
param watchEmails string[]

@description('Optional. Milliseconds that 95 of 100 HTTP answers may take before somebody is told.')
@minValue(50)
@maxValue(30000)
param slowMs int = 2000

@description('Optional. Days that telemetry is kept.')
@minValue(30)
@maxValue(730)
param retentionInDays int = 90

@description('Optional. Most gigabytes of telemetry a day; -1 for no limit.')
@minValue(-1)
@maxValue(1000)
param dailyQuotaGb int = -1

@description('Optional. Whether the app reaches its services by private endpoints only. Needs a Premium broker.')
param isPrivate bool = false

@description('Conditional. Address range of the virtual network, at least a /24; used with private endpoints.')
@minLength(9)
@maxLength(18)
param networkPrefix string = '10.20.0.0/24'

@description('Makes the names that must be unique in the world so.')
var token = uniqueString(subscription().subscriptionId, environmentName, location)

@description('What most names begin with.')
var prefix = 'alerting-${environmentName}'

@description('Tags, with the one by which azd finds its resource group.')
var allTags = union(tags, { 'azd-env-name': environmentName })

@description('Name of everything.')
var names = {
  identity: '${prefix}-id'
  workspace: '${prefix}-log'
  component: '${prefix}-insights'
  storage: 'alerting${environmentName}${take(token, 10)}'
  serviceBus: '${prefix}-bus-${token}'
  signalR: '${prefix}-boards-${token}'
  keyVault: 'alert-${environmentName}-${token}'
  plan: '${prefix}-plan'
  app: '${prefix}-${token}'
  network: '${prefix}-network'
  package: 'package'
}

@description('Private endpoints exist in the dearer tiers only; this stops the deployment before it begins.')
var usesPrivate = !isPrivate || (broker.tier == 'Premium' && boardsTier != 'Free_F1')
  ? isPrivate
  : fail('isPrivate needs a broker of tier Premium and boardsTier Standard_S1 or Premium_P1.')

@description('What the app reaches privately, and the zones of the names.')
var privateTargets = [
  { group: 'blob', type: 'Microsoft.Storage/storageAccounts', resource: names.storage, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'table', type: 'Microsoft.Storage/storageAccounts', resource: names.storage, zone: 'privatelink.table.${environment().suffixes.storage}' }
  { group: 'namespace', type: 'Microsoft.ServiceBus/namespaces', resource: names.serviceBus, zone: 'privatelink.servicebus.windows.net' }
  { group: 'signalr', type: 'Microsoft.SignalRService/signalR', resource: names.signalR, zone: 'privatelink.service.signalr.net' }
  { group: 'vault', type: 'Microsoft.KeyVault/vaults', resource: names.keyVault, zone: 'privatelink.vaultcore.azure.net' }
]

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: prefix
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: names.identity, location: location, tags: allTags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.workspace
    componentName: names.component
    location: location
    tags: allTags
    retentionInDays: retentionInDays
    dailyQuotaGb: dailyQuotaGb
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.storage
    location: location
    tags: allTags
    redundancy: storageRedundancy
    isPrivate: usesPrivate
    packageContainer: names.package
  }
}

module serviceBus 'modules/serviceBus.bicep' = {
  scope: group
  params: {
    name: names.serviceBus
    location: location
    tags: allTags
    size: broker
    entities: loadJsonContent('../../local/servicebus.json').UserConfig.Namespaces[0]
    isPrivate: usesPrivate
  }
}

module signalR 'modules/signalR.bicep' = {
  scope: group
  params: {
    name: names.signalR
    location: location
    tags: allTags
    tier: boardsTier
    units: boardsUnits
    isPrivate: usesPrivate
  }
}

module keyVault 'modules/keyVault.bicep' = {
  scope: group
  params: {
    name: names.keyVault
    location: location
    tags: allTags
    isPrivate: usesPrivate
    workspaceName: names.workspace
  }
  dependsOn: [monitoring]
}

module access 'modules/access.bicep' = {
  scope: group
  params: {
    identityName: names.identity
    principalId: identity.outputs.principalId
    storageName: names.storage
    serviceBusName: names.serviceBus
    signalRName: names.signalR
    keyVaultName: names.keyVault
    componentName: names.component
  }
  dependsOn: [storage, serviceBus, signalR, keyVault, monitoring]
}

module network 'modules/network.bicep' = if (usesPrivate) {
  scope: group
  params: {
    name: names.network
    location: location
    tags: allTags
    addressPrefix: networkPrefix
    zones: map(privateTargets, target => target.zone)
  }
}

module privateEndpoints 'modules/privateEndpoints.bicep' = if (usesPrivate) {
  scope: group
  params: {
    location: location
    tags: allTags
    networkName: names.network
    prefix: prefix
    targets: privateTargets
  }
  dependsOn: [network, storage, serviceBus, signalR, keyVault]
}

module functionApp 'modules/functionApp.bicep' = {
  scope: group
  params: {
    name: names.app
    planName: names.plan
    location: location
    tags: allTags
    identityName: names.identity
    storageName: names.storage
    packageContainer: names.package
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    ready: ready
    networkName: usesPrivate ? names.network : null
  }
  dependsOn: [access, privateEndpoints]
}

module appSettings 'modules/appSettings.bicep' = {
  scope: group
  params: {
    appName: names.app
    identityName: names.identity
    storageName: names.storage
    serviceBusName: names.serviceBus
    signalRName: names.signalR
    keyVaultName: names.keyVault
    componentName: names.component
    twilio: twilio
    mail: mail
    agreed: agreed
    signInTenantId: signInTenantId
    signInAudience: signInAudience
    approvalContext: approvalContext
    publicBaseUrl: publicBaseUrl
  }
  dependsOn: [functionApp]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: prefix
    location: location
    tags: allTags
    emails: watchEmails
    serviceBusName: names.serviceBus
    componentName: names.component
    address: appSettings.outputs.address
  }
}

module logAlerts 'modules/logAlerts.bicep' = {
  scope: group
  params: {
    name: prefix
    location: location
    tags: allTags
    componentName: names.component
    watchName: '${prefix}-watch'
    slowMs: slowMs
  }
  dependsOn: [alerts]
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    displayName: 'Alerting (${environmentName})'
    location: location
    tags: allTags
    componentName: names.component
    serviceBusName: names.serviceBus
  }
  dependsOn: [monitoring, serviceBus]
}

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app.')
output AZURE_FUNCTION_APP string = names.app

@description('Name of the key vault that wants the two secrets.')
output AZURE_KEY_VAULT string = names.keyVault

@description('Address of the app as Azure names it.')
output ALERTING_ADDRESS string = appSettings.outputs.address
