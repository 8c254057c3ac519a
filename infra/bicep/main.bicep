// Everything that the system consists of in Azure, in the order in which it comes to be.

targetScope = 'subscription'

import { agreedRates } from 'modules/agreed.bicep'
import { canarySet } from 'modules/canaries.bicep'
import { namesOf } from 'modules/names.bicep'
import { boardsSize } from 'modules/signalR.bicep'
import { alwaysReady, brokerSize, mailRelay, tagSet, twilioAccount } from 'modules/types.bicep'

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

@description('Optional. Tier and units of the boards\' connections. Private endpoints need Standard or Premium.')
param boards boardsSize = { tier: 'Standard_S1', units: 1 }

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

@description('Optional. A second account, at the same provider or another that speaks its API, which shares the load.')
param twilioSecond twilioAccount?

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

@description('Optional. Where canaries go that prove the paths of text messages and mail; what is left out stays unproven.')
param canaries canarySet = {}

@description('Required. Addresses that are woken when something is wrong; at least one.')
@minLength(1)
param watchEmails string[]

@description('Optional. Whether somebody outside listens for every audit; then the key vault must hold his address as audit-heartbeat-url.')
param isHeartbeatWatched bool = false

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

@description('Name of everything.')
var names = namesOf(environmentName, uniqueString(subscription().subscriptionId, environmentName, location))

@description('Tags, with the one by which azd finds its resource group.')
var allTags = union(tags, { 'azd-env-name': environmentName })

@description('Private endpoints exist in the dearer tiers only; this stops the deployment before it begins.')
var usesPrivate = !isPrivate || (broker.tier == 'Premium' && boards.tier != 'Free_F1')
  ? isPrivate
  : fail('isPrivate needs a broker of tier Premium and boards of tier Standard_S1 or Premium_P1.')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.prefix
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
    packageContainer: names.packageContainer
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
    size: boards
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
  params: { names: names, principalId: identity.outputs.principalId }
  dependsOn: [storage, serviceBus, signalR, keyVault, monitoring]
}

module network 'modules/network.bicep' = if (usesPrivate) {
  scope: group
  params: { name: names.network, location: location, tags: allTags, addressPrefix: networkPrefix }
}

module privateEndpoints 'modules/privateEndpoints.bicep' = if (usesPrivate) {
  scope: group
  params: { names: names, location: location, tags: allTags }
  dependsOn: [network, storage, serviceBus, signalR, keyVault]
}

module functionApp 'modules/functionApp.bicep' = {
  scope: group
  params: {
    names: names
    location: location
    tags: allTags
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    ready: ready
    isPrivate: usesPrivate
  }
  dependsOn: [access, privateEndpoints]
}

module appSettings 'modules/appSettings.bicep' = {
  scope: group
  params: {
    names: names
    twilio: twilio
    twilioSecond: twilioSecond
    mail: mail
    agreed: agreed
    running: {
      readyInstances: ready.deliverSms
      mostInstances: maximumInstanceCount
      brokerUnits: broker.tier == 'Premium' ? broker.units : 0
    }
    signIn: { tenantId: signInTenantId, audience: signInAudience, approvalContext: approvalContext }
    publicBaseUrl: publicBaseUrl
    isHeartbeatWatched: isHeartbeatWatched
    canaries: canaries
  }
  dependsOn: [functionApp]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: names.prefix
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
    name: names.prefix
    location: location
    tags: allTags
    componentName: names.component
    watchName: names.watch
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

@description('Name of the key vault that wants the secrets.')
output AZURE_KEY_VAULT string = names.keyVault

@description('Address of the app as Azure names it.')
output ALERTING_ADDRESS string = appSettings.outputs.address
