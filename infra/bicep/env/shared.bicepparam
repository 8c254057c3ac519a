// What differs by organisation rather than by environment: read when the parameters are compiled.
using none

param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param signInAudience = readEnvironmentVariable('ALERTING_SIGN_IN_AUDIENCE')
param twilio = {
  accountSid: readEnvironmentVariable('ALERTING_TWILIO_ACCOUNT_SID')
  from: readEnvironmentVariable('ALERTING_TWILIO_FROM')
  callFrom: readEnvironmentVariable('ALERTING_TWILIO_CALL_FROM', '')
}
param mail = {
  host: readEnvironmentVariable('ALERTING_SMTP_HOST')
  port: 587
  security: 'StartTls'
  from: readEnvironmentVariable('ALERTING_SMTP_FROM')
  userName: readEnvironmentVariable('ALERTING_SMTP_USER')
}
param canaries = {
  smsNumber: readEnvironmentVariable('ALERTING_CANARY_SMS_NUMBER', '')
  voiceNumber: readEnvironmentVariable('ALERTING_CANARY_VOICE_NUMBER', '')
  mailbox: readEnvironmentVariable('ALERTING_CANARY_MAILBOX', '')
}
param watchEmails = split(readEnvironmentVariable('ALERTING_WATCH_EMAILS'), ',')
param isHeartbeatWatched = readEnvironmentVariable('ALERTING_HEARTBEAT', 'no') == 'yes'
