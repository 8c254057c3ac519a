// Exercises and acceptance: the sizes of the start, nothing sleeps that the first second needs.
using '../main.bicep'
extends 'shared.bicepparam'

param environmentName = 'test'
param storageRedundancy = 'Standard_ZRS'
param broker = { tier: 'Standard' }
param boards = { tier: 'Standard_S1', units: 1 }
param ready = { http: 1, pushToBoards: 1, deliverSms: 1 }
param retentionInDays = 90
