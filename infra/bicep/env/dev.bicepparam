// One developer's try-out: cheap, sleeps when nobody looks.
using '../main.bicep'
extends 'shared.bicepparam'

param environmentName = 'dev'
param storageRedundancy = 'Standard_LRS'
param broker = { tier: 'Standard' }
param boards = { tier: 'Free_F1', units: 1 }
param maximumInstanceCount = 40
param ready = { http: 0, pushToBoards: 0, deliverSms: 0 }
param retentionInDays = 30
param dailyQuotaGb = 1
