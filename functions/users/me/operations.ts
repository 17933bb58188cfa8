import type { Operation } from '../../../platform/http/operation.ts';
import { listAccessHistory } from './access-history/contract.ts';
import { giveConsent, listConsentHistory, listConsents, withdrawConsent } from './consents/contract.ts';
import { replaceContact } from './contact/contract.ts';
import { eraseAccount } from './erasure/contract.ts';
import { createExport, getExport, listExports } from './exports/contract.ts';
import { createPerson, deletePerson, getPerson, listPeople, updatePerson } from './people/contract.ts';
import { getPreferences, replacePreferences } from './preferences/contract.ts';
import { getProfile, updateProfile } from './profile/contract.ts';
import { getSuspension, resumeProcessing, suspendProcessing } from './suspension/contract.ts';

/** The operations on one's own data. */
export const meOperations: readonly Operation[] = [
  getProfile,
  updateProfile,
  replaceContact,
  eraseAccount,
  getPreferences,
  replacePreferences,
  listConsents,
  listConsentHistory,
  giveConsent,
  withdrawConsent,
  createPerson,
  listPeople,
  getPerson,
  updatePerson,
  deletePerson,
  listAccessHistory,
  getSuspension,
  suspendProcessing,
  resumeProcessing,
  createExport,
  listExports,
  getExport,
];
