// One private endpoint per service that the app calls, and the private zone in which its name is found.

import { nameSet } from 'names.bicep'
import { tagSet } from 'types.bicep'

@description('Required. Names of everything.')
param names nameSet

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('What is reached privately: type and name of the resource, which part of it, and the zone of its name.')
var targets = [
  { group: 'blob', type: 'Microsoft.Storage/storageAccounts', resource: names.storage, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'table', type: 'Microsoft.Storage/storageAccounts', resource: names.storage, zone: 'privatelink.table.${environment().suffixes.storage}' }
  { group: 'namespace', type: 'Microsoft.ServiceBus/namespaces', resource: names.serviceBus, zone: 'privatelink.servicebus.windows.net' }
  { group: 'signalr', type: 'Microsoft.SignalRService/signalR', resource: names.signalR, zone: 'privatelink.service.signalr.net' }
  { group: 'vault', type: 'Microsoft.KeyVault/vaults', resource: names.keyVault, zone: 'privatelink.vaultcore.azure.net' }
]

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' existing = {
  name: names.network

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for target in targets: {
    name: target.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (target, at) in targets: {
    parent: zones[at]
    name: names.network
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for target in targets: {
    name: '${names.prefix}-${target.group}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpoints.id }
      privateLinkServiceConnections: [
        {
          name: target.group
          properties: {
            privateLinkServiceId: resourceId(target.type, target.resource)
            groupIds: [target.group]
          }
        }
      ]
    }
  }
]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (target, at) in targets: {
    parent: privateEndpoints[at]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.group
          properties: { privateDnsZoneId: zones[at].id }
        }
      ]
    }
  }
]
