// The real one: no shared broker, copies in a second region, private endpoints.
using '../main.bicep'
extends 'shared.bicepparam'

param environmentName = 'prod'
param storageRedundancy = 'Standard_GZRS'
param broker = { tier: 'Premium', units: 1 }
param boards = { tier: 'Standard_S1', units: 5 }
param maximumInstanceCount = 200
param ready = { http: 2, pushToBoards: 2, deliverSms: 4 }
param retentionInDays = 365
param isPrivate = true
param approvalContext = 'c1'
