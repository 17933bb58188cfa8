/** Of the WebSocket API, as it is declared: its connections and tickets are kept under it. */
export const LIVE = 'live';
