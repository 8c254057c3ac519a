// Who is woken, and what the platform's own numbers wake them for.

import { tagSet } from 'types.bicep'

@description('Required. Prefix of the names.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Addresses that are woken.')
@minLength(1)
param emails string[]

@description('Required. Name of the Service Bus namespace.')
param serviceBusName string

@description('Required. Name of the Application Insights component.')
param componentName string

@description('Required. Address of the app, without a path.')
param address string

@description('Where the health is asked from: five places in Europe, as Azure names them.')
var probePlaces = ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-fr-pra-edge', 'emea-ru-msa-edge', 'emea-se-sto-edge']

resource serviceBus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: serviceBusName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource watch 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-watch'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'alerting'
    emailReceivers: [for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource notDrained 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-not-drained'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    severity: 1
    description: 'What the broker gave up stays with it: DrainDeadLetters does not take it over, so nobody is shown it.'
    scopes: [serviceBus.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'parked'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: ['*'] }]
          timeAggregation: 'Minimum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: watch.id }]
  }
}

resource probe 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-health'
  location: location
  tags: union(tags, { 'hidden-link:${component.id}': 'Resource' })
  kind: 'standard'
  properties: {
    Enabled: true
    Name: '${name}-health'
    SyntheticMonitorId: '${name}-health'
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [for place in probePlaces: { Id: place }]
    Request: { RequestUrl: '${address}/api/health', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-health'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    severity: 0
    description: 'Two places or more get no healthy answer from GET /api/health.'
    scopes: [probe.id, component.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: probe.id
      componentId: component.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: watch.id }]
  }
}
