import type { Connections } from '../../../platform/sockets/connections.ts';
import type { Sender } from '../../../platform/sockets/sender.ts';

/** Closes a connection, and only then forgets it: one that could not be closed is found again, and tried again. */
export async function endConnection(
  id: string,
  dependencies: {
    readonly connections: Pick<Connections, 'remove'>;
    readonly sender: Pick<Sender, 'disconnect'>;
  },
): Promise<void> {
  await dependencies.sender.disconnect(id);
  await dependencies.connections.remove(id);
}
