import type { Socket } from 'node:net';

/** Whether anything is read from a socket. */
export interface Valve {
  /** The client's bytes stay with the system, which lets it send no more when its buffers are full. */
  shut(): void;
  open(): void;
}

/**
 * Puts a valve before whoever reads a socket by `read()`. aedes does, and counts what it has under way: its own `pause()`
 * leaves messages out that end meanwhile, after which it reads nothing ever again.
 */
export function valveOf(socket: Socket): Valve {
  const read = socket.read;
  let shut = false;
  socket.read = size => (shut ? null : read.call(socket, size));
  return {
    shut() {
      shut = true;
    },
    open() {
      if (!shut) return;
      shut = false;
      socket.emit('readable');
    },
  };
}
