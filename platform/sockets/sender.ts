import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import * as z from 'zod';
import { environment } from '../config/environment.ts';

/** What became of a message: `gone`, its connection is open no more; `dropped`, it was not taken, or not in time. */
export type Sent = 'sent' | 'gone' | 'dropped';

/** Sends to connections of a WebSocket API. */
export interface Sender {
  /** Tries once: what a live feed cannot send is out of date by the time it could. */
  post(connectionId: string, text: string, signal?: AbortSignal): Promise<Sent>;
  /** Closes a connection, if it is open. */
  disconnect(connectionId: string): Promise<void>;
}

const settings = environment(
  z.object({
    /** Where connections are sent to: `https://abc123.execute-api.ap-northeast-2.amazonaws.com/prod`. */
    SOCKET_ENDPOINT: z.url('must be a URL such as http://127.0.0.1:3001'),
    AWS_REGION: z.string().default('ap-northeast-2'),
  }),
);

/** API Gateway takes a message in 5 to 20 ms; one that is this late is not for a live feed. */
const PATIENCE_MS = 1_000;

/** @param endpoint by plain HTTP: the host of one machine, which asks for no credentials */
export function createSender(region: string, endpoint: string): Sender {
  const client = new ApiGatewayManagementApiClient({
    region,
    endpoint,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: PATIENCE_MS, requestTimeout: PATIENCE_MS, throwOnRequestTimeout: true },
    ...(endpoint.startsWith('http:') && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  return {
    async post(ConnectionId, text, abortSignal) {
      try {
        const command = new PostToConnectionCommand({ ConnectionId, Data: Buffer.from(text) });
        await client.send(command, { ...(abortSignal && { abortSignal }) });
        return 'sent';
      } catch (error) {
        return isGone(error) ? 'gone' : 'dropped';
      }
    },

    async disconnect(ConnectionId) {
      try {
        await client.send(new DeleteConnectionCommand({ ConnectionId }));
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

/** 410: the connection is closed, or was never open. */
function isGone(error: unknown): boolean {
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode === 410;
}

let shared: Sender | undefined;

/** The sender that the environment names, made at the first message. */
export const senderOfEnvironment: Sender = {
  post: async (...message) => fromEnvironment().post(...message),
  disconnect: async connectionId => fromEnvironment().disconnect(connectionId),
};

/** @throws ConfigurationError where the environment names no WebSocket API */
function fromEnvironment(): Sender {
  const { AWS_REGION, SOCKET_ENDPOINT } = settings();
  shared ??= createSender(AWS_REGION, SOCKET_ENDPOINT);
  return shared;
}
