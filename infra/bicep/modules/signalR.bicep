// Connections of the live boards. Serverless: no hub server of ours, the app speaks to its REST interface.

import { tagSet } from 'types.bicep'

@description('What the connections of the boards cost and carry.')
@export()
@sealed()
type boardsSize = {
  @description('Required. The tier.')
  tier: 'Free_F1' | 'Standard_S1' | 'Premium_P1'

  @description('Required. Units; each carries 1,000 connections.')
  @minValue(1)
  @maxValue(100)
  units: int
}

@description('Required. Name of the service.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Tier and units.')
param size boardsSize

@description('Required. Whether the app reaches it by private endpoint only. The boards always come from outside.')
param isPrivate bool

resource service 'Microsoft.SignalRService/signalR@2024-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'SignalR'
  sku: {
    name: size.tier
    capacity: size.units
  }
  properties: {
    cors: { allowedOrigins: ['*'] }
    disableAadAuth: false
    disableLocalAuth: true
    features: [
      { flag: 'ServiceMode', value: 'Serverless' }
    ]
    networkACLs: isPrivate
      ? {
          defaultAction: 'Deny'
          publicNetwork: { allow: ['ClientConnection'] }
        }
      : null
    publicNetworkAccess: 'Enabled'
    tls: { clientCertEnabled: false }
  }
}
