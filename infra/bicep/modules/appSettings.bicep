// Every setting that the app and its host read: the names of local.settings.sample.json, by identity instead of by key.

import { agreedRates, runningSize } from 'agreed.bicep'
import { canarySet } from 'canaries.bicep'
import { nameSet } from 'names.bicep'
import { mailRelay, signInSet, twilioAccount } from 'types.bicep'

@description('Required. Names of everything.')
param names nameSet

@description('Required. Account at the provider of text messages.')
param twilio twilioAccount

@description('Optional. A second account that shares the load.')
param twilioSecond twilioAccount?

@description('Required. Mail relay.')
param mail mailRelay

@description('Required. Whose tokens are believed.')
param signIn signInSet

@description('Required. Where canaries go.')
param canaries canarySet

@description('Conditional. Address that people and providers use; needed when it is not the name that Azure gives the app.')
param publicBaseUrl string?

@description('Required. Rates agreed with providers.')
param agreed agreedRates

@description('Required. What runs in Azure.')
param running runningSize

@description('Required. Whether the key vault holds the address that hears of every audit.')
param isHeartbeatWatched bool

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

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: names.app
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AZURE_CLIENT_ID: identity.properties.clientId
    AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
    APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
    AzureWebJobsStorage__accountName: storage.name
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identity.properties.clientId
    ServiceBus__fullyQualifiedNamespace: '${serviceBus.name}.servicebus.windows.net'
    ServiceBus__credential: 'managedidentity'
    ServiceBus__clientId: identity.properties.clientId
    Tables__Endpoint: storage.properties.primaryEndpoints.table
    SignalR__Endpoint: 'https://${signalR.properties.hostName}'
    Twilio__AccountSid: twilio.accountSid
    Twilio__AuthToken: '@Microsoft.KeyVault(SecretUri=${keyVault.properties.vaultUri}secrets/twilio-auth-token)'
    Twilio__BaseUrl: twilio.?baseUrl ?? 'https://api.twilio.com/'
    Twilio__From: twilio.from
    Twilio__CallFrom: twilio.?callFrom ?? ''
    Twilio__MessagesPerSecond: string(twilio.?messagesPerSecond ?? 0)
    TwilioSecond__AccountSid: twilioSecond.?accountSid ?? ''
    TwilioSecond__AuthToken: '@Microsoft.KeyVault(SecretUri=${keyVault.properties.vaultUri}secrets/twilio-second-auth-token)'
    TwilioSecond__BaseUrl: twilioSecond.?baseUrl ?? 'https://api.twilio.com/'
    TwilioSecond__From: twilioSecond.?from ?? ''
    TwilioSecond__CallFrom: twilioSecond.?callFrom ?? ''
    TwilioSecond__MessagesPerSecond: string(twilioSecond.?messagesPerSecond ?? 0)
    Smtp__Host: mail.host
    Smtp__Port: string(mail.port)
    Smtp__From: mail.from
    Smtp__Security: mail.security
    Smtp__UserName: mail.userName
    Smtp__Password: '@Microsoft.KeyVault(SecretUri=${keyVault.properties.vaultUri}secrets/smtp-password)'
    SignIn__Authority: '${environment().authentication.loginEndpoint}${signIn.tenantId}/v2.0'
    SignIn__Audience: signIn.audience
    SignIn__ApprovalContext: signIn.approvalContext
    Audit__HeartbeatUrl: isHeartbeatWatched ? '@Microsoft.KeyVault(SecretUri=${keyVault.properties.vaultUri}secrets/audit-heartbeat-url)' : ''
    Paths__SmsNumber: canaries.?smsNumber ?? ''
    Paths__VoiceNumber: canaries.?voiceNumber ?? ''
    Paths__Mailbox: canaries.?mailbox ?? ''
    Public__BaseUrl: publicBaseUrl ?? 'https://${app.properties.defaultHostName}'
    Forecast__SmsSenders: string(agreed.?smsSenders ?? 1)
    Forecast__SmsSegmentsPerSecond: string(agreed.?smsSegmentsPerSecond ?? 10)
    Forecast__EmailsPerMinute: string(agreed.?emailsPerMinute ?? 30)
    Forecast__CallsPerSecond: string(agreed.?callsPerSecond ?? 1)
    Forecast__SmsSegmentPrice: agreed.?smsSegmentPrice ?? ''
    Forecast__ReadyInstances: string(running.readyInstances)
    Forecast__MostInstances: string(running.mostInstances)
    Forecast__BrokerUnits: string(running.brokerUnits)
  }
}

@description('Address of the app as Azure names it.')
output address string = 'https://${app.properties.defaultHostName}'
