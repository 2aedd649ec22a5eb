import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './address.ts'
import { messageOf, secretOf, urlFault } from './webhook.ts'

describe('an address that is the whole world’s', () => {
  test.each([
    '93.184.216.34',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true))
})

const notOurs = `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
  192.0.0.1 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 255.255.255.255
  :: ::1 ::ffff:8.8.8.8 ::ffff:127.0.0.1 64:ff9b::7f00:1 fe80::1 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 2002:7f00:1::
  2001::1 localhost`.split(/\s+/)

describe('one that leads inside, to oneself, to nobody or to everybody', () => {
  test.each([...notOurs, ''])('%s', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('an address to tell a system at', () => {
  test.each([
    ['https://dossier.example.nl/voordeur?kanaal=1', null],
    ['https://93.184.216.34:8443/', null],
    ['http://dossier.example.nl/', 'url.not_https'],
    ['ftp://dossier.example.nl/', 'url.malformed'],
    ['https://naam:wachtwoord@dossier.example.nl/', 'url.malformed'],
    ['https://dossier.example.nl/#deel', 'url.malformed'],
    ['dossier.example.nl', 'url.malformed'],
    [`https://dossier.example.nl/${'x'.repeat(500)}`, 'url.malformed'],
    ['https://localhost/', 'url.inside'],
    ['https://LOCALHOST./', 'url.inside'],
    ['https://dossier/', 'url.inside'],
    ['https://dossier.internal/', 'url.inside'],
    ['https://printer.local/', 'url.inside'],
    ['https://127.0.0.1/', 'url.inside'],
    ['https://0x7f.1/', 'url.inside'],
    ['https://2130706433/', 'url.inside'],
    ['https://[::1]/', 'url.inside'],
    ['https://[::ffff:10.0.0.1]/', 'url.inside'],
    ['https://169.254.169.254/latest/', 'url.inside'],
  ])('%s: %s', (url, fault) => expect(urlFault(url, false)).toBe(fault))

  test('inside one’s own network, where that is allowed', () => {
    expect(urlFault('http://127.0.0.1:8080/', true)).toBeNull()
    expect(urlFault('http://naam:x@127.0.0.1/', true)).toBe('url.malformed')
  })
})

test('what is told is signed as the Standard Webhooks specification says; the signature was made by another program', () => {
  const secret = `whsec_${Buffer.from('sleutel-van-de-proef-24b').toString('base64')}`
  const told = { id: 'msg_1', kind: 'test', transferId: null, at: new Date('2026-11-23T08:00:00Z') }
  const { body, headers } = messageOf(told, secret, new Date(1_614_265_330_500))
  expect(body).toBe('{"type":"test","timestamp":"2026-11-23T08:00:00.000Z","data":{}}')
  expect(headers).toMatchObject({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,fUS2c9IFczSFya1n5EreZ+2UrDtwqKicjXYfZY1U+Ko=',
  })
  expect(secretOf(new Uint8Array(32), 'a')).not.toBe(secretOf(new Uint8Array(32), 'b'))
})
