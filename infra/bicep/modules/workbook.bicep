// One page on which to see a declaration go out.

import { tagSet } from 'types.bicep'

@description('Required. Name that people see.')
param displayName string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the Application Insights component.')
param componentName string

@description('Required. Name of the Service Bus namespace.')
param serviceBusName string

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource serviceBus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: serviceBusName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(component.id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: displayName
    serializedData: replace(
      replace(loadTextContent('../workbook.json'), 'COMPONENT_ID', component.id),
      'BROKER_ID',
      serviceBus.id
    )
    sourceId: component.id
  }
}
