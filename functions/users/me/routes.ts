import { type Route, route } from '../../../platform/http/route.ts';
import { preparedWriteRoute, writeRoute } from '../../../platform/http/write-route.ts';
import { listAccessHistory } from './access-history/contract.ts';
import { listAccessHistoryHandler } from './access-history/list.http.ts';
import { giveConsent, listConsentHistory, listConsents, withdrawConsent } from './consents/contract.ts';
import { giveConsentHandler } from './consents/give.http.ts';
import { listConsentHistoryHandler } from './consents/history.http.ts';
import { listConsentsHandler } from './consents/list.http.ts';
import { withdrawConsentHandler } from './consents/withdraw.http.ts';
import { replaceContact } from './contact/contract.ts';
import { replaceContactHandler } from './contact/replace.http.ts';
import type { MeDependencies } from './dependencies.ts';
import { eraseAccount } from './erasure/contract.ts';
import { eraseAccountHandler } from './erasure/delete.http.ts';
import { createExport, getExport, listExports } from './exports/contract.ts';
import { createExportHandler } from './exports/create.http.ts';
import { getExportHandler } from './exports/get.http.ts';
import { listExportsHandler } from './exports/list.http.ts';
import { createPerson, deletePerson, getPerson, listPeople, updatePerson } from './people/contract.ts';
import { createPersonWrite } from './people/create.http.ts';
import { deletePersonHandler } from './people/delete.http.ts';
import { getPersonHandler } from './people/get.http.ts';
import { listPeopleHandler } from './people/list.http.ts';
import { updatePersonHandler } from './people/update.http.ts';
import { getPreferences, replacePreferences } from './preferences/contract.ts';
import { getPreferencesHandler } from './preferences/get.http.ts';
import { replacePreferencesHandler } from './preferences/replace.http.ts';
import { getProfile, updateProfile } from './profile/contract.ts';
import { getProfileHandler } from './profile/get.http.ts';
import { updateProfileHandler } from './profile/update.http.ts';
import { getSuspension, resumeProcessing, suspendProcessing } from './suspension/contract.ts';
import {
  getSuspensionHandler,
  resumeProcessingHandler,
  suspendProcessingHandler,
} from './suspension/suspension.http.ts';

/** The operations on one's own data, bound to their handlers. */
export function meRoutes(dependencies: MeDependencies): readonly Route[] {
  return [
    route(getProfile, getProfileHandler(dependencies)),
    route(updateProfile, updateProfileHandler(dependencies)),
    route(replaceContact, replaceContactHandler(dependencies)),
    route(eraseAccount, eraseAccountHandler(dependencies)),
    route(getPreferences, getPreferencesHandler(dependencies)),
    writeRoute(replacePreferences, dependencies, replacePreferencesHandler(dependencies)),
    route(listConsents, listConsentsHandler(dependencies)),
    route(listConsentHistory, listConsentHistoryHandler(dependencies)),
    writeRoute(giveConsent, dependencies, giveConsentHandler(dependencies)),
    writeRoute(withdrawConsent, dependencies, withdrawConsentHandler(dependencies)),
    preparedWriteRoute(createPerson, dependencies, createPersonWrite(dependencies)),
    route(listPeople, listPeopleHandler(dependencies)),
    route(getPerson, getPersonHandler(dependencies)),
    route(updatePerson, updatePersonHandler(dependencies)),
    route(deletePerson, deletePersonHandler(dependencies)),
    route(listAccessHistory, listAccessHistoryHandler(dependencies)),
    route(getSuspension, getSuspensionHandler(dependencies.database)),
    writeRoute(suspendProcessing, dependencies, suspendProcessingHandler),
    writeRoute(resumeProcessing, dependencies, resumeProcessingHandler),
    route(createExport, createExportHandler(dependencies)),
    route(listExports, listExportsHandler(dependencies)),
    route(getExport, getExportHandler(dependencies)),
  ];
}
