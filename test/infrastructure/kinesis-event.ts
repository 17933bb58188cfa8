/** What Lambda hands over for one record of a stream: an event of a type that nobody has. */
export function kinesisEvent(stream: string) {
  const event = {
    specversion: '1.0',
    id: 'weather-1/1',
    source: 'urn:heal7',
    type: 'weather.changed',
    subject: 'weather-1',
    time: '2026-11-24T00:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/events/weather.changed/1.json',
    schemaversion: 1,
    streamversion: 1,
    globalposition: '1',
    metadata: {},
    data: {},
  };
  const sequenceNumber = '49590338271490256608559692538361571095921575989136588898';
  const kinesis = {
    kinesisSchemaVersion: '1.0',
    partitionKey: 'weather-1',
    sequenceNumber,
    data: Buffer.from(JSON.stringify(event)).toString('base64'),
    approximateArrivalTimestamp: 1_795_478_400,
  };
  return {
    Records: [
      {
        kinesis,
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: `shardId-000000000000:${sequenceNumber}`,
        eventName: 'aws:kinesis:record',
        invokeIdentityArn: 'arn:aws:iam::000000000000:role/role',
        awsRegion: 'ap-northeast-2',
        eventSourceARN: `arn:aws:kinesis:ap-northeast-2:000000000000:stream/${stream}`,
      },
    ],
  };
}
