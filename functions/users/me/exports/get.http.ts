import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import { exportAnswer } from './answer.ts';
import { contentPlace, unpacked } from './content.ts';
import { exportNotFound, getExport } from './contract.ts';
import { findExport } from './store.ts';

/** An export with its content, once it is made: opening it is an access like any other. */
export function getExportHandler({
  database: { sql },
  openRecorded,
}: Pick<MeDependencies, 'database' | 'openRecorded'>): Handler<typeof getExport> {
  const purpose = routeKey(getExport);
  return async ({ params: { exportId } }, { caller: { userId }, requestId, now }) => {
    const row = await findExport(sql, userId, exportId, now());
    if (row === undefined) throw new DomainError(exportNotFound);
    const { content: sealed } = row;
    if (sealed === null) return { ...exportAnswer(row), content: null };
    const place = contentPlace(userId, exportId);
    const access = { actorId: userId, subjectId: userId, purpose, requestId, places: [place] };
    const content = await openRecorded(access, async opener => unpacked(await opener.open(place, sealed)));
    return { ...exportAnswer(row), content };
  };
}
