// One private endpoint per service that the app calls.

import { tagSet } from 'types.bicep'

@description('A service to reach privately.')
@export()
type target = {
  @description('Required. Type of the resource, such as Microsoft.KeyVault/vaults.')
  type: string

  @description('Required. Name of the resource, in this resource group.')
  resource: string

  @description('Required. Which part of the resource, as Azure names it.')
  group: string

  @description('Required. Private zone of its name.')
  zone: string
}

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the virtual network, which has a subnet endpoints.')
param networkName string

@description('Required. Prefix of the names.')
param prefix string

@description('Required. Services to reach.')
param targets target[]

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' existing = {
  name: networkName

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' existing = [
  for target in targets: {
    name: target.zone
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for target in targets: {
    name: '${prefix}-${target.group}'
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

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
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
