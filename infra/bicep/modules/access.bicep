// What the app's identity may do, resource by resource, and nothing else.

import { nameSet } from 'names.bicep'
import { assign, roleIds, roleName } from 'roles.bicep'

@description('Required. Names of everything.')
param names nameSet

@description('Required. Id of the identity in the directory.')
param principalId string

@description('Rows of the app; locks, keys and the package of the Functions host.')
var storageRoles roleName[] = ['Storage Table Data Contributor', 'Storage Blob Data Owner']

@description('Sending, and receiving with a look at the dead letters.')
var serviceBusRoles roleName[] = ['Azure Service Bus Data Sender', 'Azure Service Bus Data Receiver']

@description('Negotiating, groups and sending by REST.')
var signalRRoles roleName[] = ['SignalR Service Owner']

@description('Reading the secrets that settings refer to.')
var keyVaultRoles roleName[] = ['Key Vault Secrets User']

@description('Sending telemetry.')
var componentRoles roleName[] = ['Monitoring Metrics Publisher']

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: names.identity
}

resource storage 'Microsoft.Storage/storageAccounts@2026-09-01' existing = {
  name: names.storage
}

resource serviceBus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: names.serviceBus
}

resource signalR 'Microsoft.SignalRService/signalR@2024-03-01' existing = {
  name: names.signalR
}

resource keyVault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: names.keyVault
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: names.component
}

resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in storageRoles: {
    scope: storage
    name: guid(storage.id, identity.id, roleIds[role])
    properties: assign(role, principalId)
  }
]

resource onServiceBus 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in serviceBusRoles: {
    scope: serviceBus
    name: guid(serviceBus.id, identity.id, roleIds[role])
    properties: assign(role, principalId)
  }
]

resource onSignalR 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in signalRRoles: {
    scope: signalR
    name: guid(signalR.id, identity.id, roleIds[role])
    properties: assign(role, principalId)
  }
]

resource onKeyVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in keyVaultRoles: {
    scope: keyVault
    name: guid(keyVault.id, identity.id, roleIds[role])
    properties: assign(role, principalId)
  }
]

resource onComponent 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in componentRoles: {
    scope: component
    name: guid(component.id, identity.id, roleIds[role])
    properties: assign(role, principalId)
  }
]
