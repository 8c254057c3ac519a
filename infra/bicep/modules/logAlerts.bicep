// What the log of the functions wakes somebody for. Functions are named as in their function.json, metrics as in MetricNames.

import { tagSet } from 'types.bicep'

@description('Required. Prefix of the names.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the Application Insights component.')
param componentName string

@description('Required. Name of the action group of alerts.bicep.')
param watchName string

@description('Required. Milliseconds that 95 of 100 HTTP answers may take at most.')
@minValue(50)
@maxValue(30000)
param slowMs int

@description('What the log is asked: a row is an alarm.')
var questions = [
  {
    name: 'failures'
    severity: 1
    minutes: 5
    text: 'A function failed, or answered with an error of ours.'
    query: 'requests | where success == false and (isempty(url) or toint(resultCode) >= 500) | summarize failures = sum(itemCount) by name'
  }
  {
    name: 'latency'
    severity: 2
    minutes: 15
    text: 'The slowest answers over HTTP take too long; streams, which are meant to last, do not count.'
    query: 'requests | where isnotempty(url) and url !endswith "/progress" | summarize p95 = percentile(duration, 95) | where p95 > ${slowMs}'
  }
  {
    name: 'alert-late'
    severity: 0
    minutes: 10
    text: 'The last audit found an alert not planned, stuck, or open after its time. Log line 4000 says which and what was done.'
    query: 'customMetrics | where name == "alerting.alerts.late" | summarize arg_max(timestamp, value) | where value > 0'
  }
  {
    name: 'dead-letters'
    severity: 1
    minutes: 10
    text: 'The broker gave up on a message, and nobody has seen to it. GET /api/alerts/dead-letters?state=open says which and why.'
    query: 'customMetrics | where name == "alerting.deadletters" | summarize arg_max(timestamp, value) by tostring(customDimensions["alerting.entity"]) | where value > 0'
  }
  {
    name: 'path-failing'
    severity: 1
    minutes: 10
    text: 'A canary did not come through: this path would not carry an alert. GET /api/paths says which and why.'
    query: 'customMetrics | where name == "alerting.path.state" | summarize arg_max(timestamp, value) by tostring(customDimensions["alerting.path"]) | where value == 2'
  }
  {
    name: 'audit-silent'
    severity: 0
    minutes: 10
    text: 'No audit has finished: nobody looks for deliveries without an end.'
    query: 'customMetrics | where name == "alerting.audit.runs" and value > 0 | summarize runs = count() | where runs == 0'
  }
  {
    name: 'outbox-silent'
    severity: 0
    minutes: 10
    text: 'SweepOutbox has not run: what could not be sent at once stays behind.'
    query: 'requests | where name == "SweepOutbox" and success | summarize runs = count() | where runs == 0'
  }
]

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource watch 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: watchName
}

resource answers 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for question in questions: {
    name: '${name}-${question.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      enabled: true
      severity: question.severity
      description: question.text
      scopes: [component.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${question.minutes}M'
      criteria: {
        allOf: [
          {
            query: question.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: [watch.id] }
    }
  }
]
