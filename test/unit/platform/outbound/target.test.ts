import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../../platform/outbound/public-address.ts';
import { targetFault } from '../../../../platform/outbound/target.ts';

describe('an address is public', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
    'if it is of the internet: %s',
    address => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'ff02::1',
    'localhost',
    '',
  ])('unless it is of this machine, of a network of one’s own, or of nobody: %s', address =>
    expect(isPublicAddress(address)).toBe(false),
  );
});

describe('a webhook may be at', () => {
  test.each(['https://hooks.example.com/heal7?room=1', 'https://hooks.example.com:8443/', 'https://8.8.8.8/'])(
    '%s',
    url => expect(targetFault(url, 'public')).toBeUndefined(),
  );

  test.each([
    ['http://hooks.example.com/', 'not_https'],
    ['ftp://hooks.example.com/', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['hooks.example.com', 'invalid_url'],
    ['https://', 'invalid_url'],
    ['https://hooks.example.com/#part', 'invalid_url'],
    ['https://user:secret@hooks.example.com/', 'credentials_in_url'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://2130706433/', 'private_address'],
    ['https://0x7f.1/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://[::ffff:10.0.0.1]/', 'private_address'],
    ['https://169.254.169.254/latest/meta-data', 'private_address'],
  ])('not %s: %s', (url, fault) => expect(targetFault(url, 'public')?.code).toBe(fault));

  test('anywhere on one machine, by HTTP too', () => {
    expect(targetFault('http://127.0.0.1:9000/', 'any')).toBeUndefined();
    expect(targetFault('ftp://127.0.0.1/', 'any')?.code).toBe('not_https');
  });
});
