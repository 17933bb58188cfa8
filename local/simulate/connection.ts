import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { generate, type Packet, parser } from 'mqtt-packet';

/** Where a device signs in, and as whom. */
export interface DeviceAddress {
  readonly host: string;
  readonly port: number;
  readonly deviceId: string;
  readonly secret: string;
}

/** Told what becomes of a device's messages. */
export interface ConnectionEvents {
  /** A message with so many readings is in the broker's hands. */
  acknowledged(readings: number): void;
  /** The connection is lost: it is made again, and what was not acknowledged is sent again. */
  lost(): void;
}

/** A device's connection over MQTT 3.1.1. What it publishes goes at least once (QoS 1). */
export interface DeviceConnection {
  /** Messages that are not acknowledged. */
  inFlight(): number;
  publish(topic: string, payload: string, readings: number): void;
  /** Says goodbye. */
  close(): void;
}

/** The broker does not take a device. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused';
}

interface Pending {
  readonly bytes: Buffer;
  readonly readings: number;
}

/** As long as AWS IoT Core allows, so that no device with a message every few minutes has to say that it is there. */
const KEEP_ALIVE_SECONDS = 1_200;
/** Returned by a broker that does not know the user, or the password (MQTT 3.1.1, table 3.1). */
const REFUSALS = ['', 'its protocol', 'its client id', 'it for now', 'its user name or password', 'it'];
const DUP = 0x08;
const RECONNECT_MS = 500;
/** Of a lost connection. */
const MOST_ATTEMPTS = 20;

/**
 * Signs in.
 * @throws ConnectionRefused where the broker does not take the device, and the socket's error where there is none
 */
export async function connectDevice(address: DeviceAddress, events: ConnectionEvents): Promise<DeviceConnection> {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closing = false;
  let socket: Socket | undefined;

  const heard = (packet: Packet) => {
    if (packet.cmd !== 'puback') return;
    const message = pending.get(packet.messageId!);
    if (message === undefined) return;
    pending.delete(packet.messageId!);
    events.acknowledged(message.readings);
  };
  const open = async () => {
    const opened = await signIn(address, heard);
    opened.once('close', () => {
      socket = undefined;
      if (closing) return;
      events.lost();
      again();
    });
    for (const { bytes } of pending.values()) opened.write(marked(bytes));
    socket = opened;
  };
  /** Whoever waits for acknowledgements sees that there are none any more. */
  const again = async () => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS && !closing; attempt++) {
      // Not all at the same time.
      await delay(RECONNECT_MS * (0.5 + Math.random()));
      const opened = await open().then(
        () => true,
        () => false,
      );
      if (opened) return;
    }
  };

  await open();
  return {
    inFlight: () => pending.size,
    publish(topic, payload, readings) {
      do lastId = (lastId % 65_535) + 1;
      while (pending.has(lastId));
      const bytes = generate({ cmd: 'publish', topic, payload, qos: 1, dup: false, retain: false, messageId: lastId });
      socket?.write(bytes);
      pending.set(lastId, { bytes, readings });
    },
    close() {
      closing = true;
      socket?.end(generate({ cmd: 'disconnect' }));
    },
  };
}

/** A message that may be there already. */
function marked(bytes: Buffer): Buffer {
  const again = Buffer.from(bytes);
  again[0]! |= DUP;
  return again;
}

/** A connection that the broker has accepted. */
function signIn({ host, port, deviceId, secret }: DeviceAddress, heard: (packet: Packet) => void): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host, port, noDelay: true });
  const packets = parser({ protocolVersion: 4 });
  socket.on('data', bytes => packets.parse(bytes));
  socket.on('error', reject);
  socket.on('close', () => reject(new ConnectionRefused('A device signs in, and the broker closes the connection.')));
  packets.on('error', error => socket.destroy(error));
  packets.on('packet', packet => {
    if (packet.cmd !== 'connack') return heard(packet);
    if (packet.returnCode === 0) return resolve(socket);
    socket.destroy();
    reject(new ConnectionRefused(`A device signs in, and the broker refuses ${REFUSALS[packet.returnCode!] ?? 'it'}.`));
  });
  socket.write(
    generate({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: KEEP_ALIVE_SECONDS,
      clientId: deviceId,
      username: deviceId,
      password: Buffer.from(secret),
    }),
  );
  return promise;
}
