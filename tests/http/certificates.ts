import type { PemFile } from '../../src/http/pem-file.js';
import type { ClientCertificate, OwnAuthorities } from '../../src/http/trust.js';

/** A certificate for `localhost` and 127.0.0.1 that signs itself, for tests only. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUe7il6x5+dqz3/yVVl0TPdJtKy3gwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTAzNDMzOVoYDzIxMjYxMTAx
MDM0MzM5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASank3DKxxqmTPELZ6Js1ETM+89pBuULr8wtYGJmbbIVHgFBsq17Dyc
VdSMe7tqIu7R7ND4Ds5TdHXDsRba79L0o28wbTAdBgNVHQ4EFgQUFd5TaXIi51S2
Gb6+SwpmaJVoXVIwHwYDVR0jBBgwFoAUFd5TaXIi51S2Gb6+SwpmaJVoXVIwGgYD
VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSAAwRQIhAJzrEEDZ6I3SMGqgnTHld6LHAhVgVhEAfmNORn6NjWX4AiB1
xKWfak6fMFWccMvY6ijOM8vYXSEQfwq3m34sE1lpHw==
-----END CERTIFICATE-----
`;

/** Its key. */
export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgoBzGXaWlfMrMqvxc
mia5QGJkrRukwV17EERphy83ufKhRANCAASank3DKxxqmTPELZ6Js1ETM+89pBuU
Lr8wtYGJmbbIVHgFBsq17DycVdSMe7tqIu7R7ND4Ds5TdHXDsRba79L0
-----END PRIVATE KEY-----
`;

/** A certificate of a client, signed by the one for localhost. */
export const CLIENT_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBITCByAIUScb2FUA50PQf1A1AUKfxkrA0XuIwCgYIKoZIzj0EAwIwFDESMBAG
A1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTE4NDU1MFoYDzIxMjYxMTAxMTg0NTUw
WjARMQ8wDQYDVQQDDAZjbGllbnQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQo
zGegW/mvN9ibUK7B4JEmUm+RTkYuEkW3ay11jE4WY9u6ZuU9qCD+4OElINPPgzM5
n89WJeldXvdtb8TFKg9wMAoGCCqGSM49BAMCA0gAMEUCIEk2Kuuq4I93RDtGv8iI
x9DOzs9jWNjwACE/vxiErCJ4AiEAzwaxVx42/EU7subdwp1xTeExSJewEnSxyd8j
GcwsT+c=
-----END CERTIFICATE-----
`;

/** Its key. */
export const CLIENT_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEnB3f1o0o4t9QVlx
yKNKq+4SWlFp2w9XvoZQuZOMjcShRANCAAQozGegW/mvN9ibUK7B4JEmUm+RTkYu
EkW3ay11jE4WY9u6ZuU9qCD+4OElINPPgzM5n89WJeldXvdtb8TFKg9w
-----END PRIVATE KEY-----
`;

/** The same key, locked with a passphrase. */
export const LOCKED_CLIENT_KEY = `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhbsEGWQ8ruSAICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMPkQIznf3rEpTqLlGxIxGcEgZAS
PDWt8CAFIV4L1Xg1vBRfX32NmmEBu13++kkLd3oWvN24MTRPrKVVdcqA2blsmt2x
UkRrzZJJhXvo6I8sONWgxDMzAbIQNJck0ZYWY/tVDre7EzOUpadlc8BLY2xLKUkt
H539BeJUvPhfAfeKlDzGdktFjXRmnDP4i/+Z+dMVvpeug8Px6WgxjiiWZQgE32E=
-----END ENCRYPTED PRIVATE KEY-----
`;

/** An authority that signed none of them. */
export const OTHER_AUTHORITY = `-----BEGIN CERTIFICATE-----
MIIBjDCCATGgAwIBAgIUY+A1ntHQxtP0WY1GHGwsIsnWdIkwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPb3RoZXIgYXV0aG9yaXR5MCAXDTI2MTEyNTE4NDU1MFoYDzIx
MjYxMTAxMTg0NTUwWjAaMRgwFgYDVQQDDA9vdGhlciBhdXRob3JpdHkwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAR5IVTZmeNgG3nTsNMyxEmzDhFdSjXZjTI1fyIM
Odbluj3jhCfZWijscKN6LH/wLQXfREKl50mXiURe0TRNO27Oo1MwUTAdBgNVHQ4E
FgQUOD0oY0765XbPlXDeiUinS0R7qskwHwYDVR0jBBgwFoAUOD0oY0765XbPlXDe
iUinS0R7qskwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAujTI
ym0+UfsRzTvhroZp/18S1WEuqwYgvgmDTGiDw0sCIQDPB+otYcvy18/CXPdxKOXD
FhFUqXs4+w9DPnzkn/Dkpg==
-----END CERTIFICATE-----
`;

/** Own authorities, beside those of Node's own variable. */
export function authorities(text: string, extra?: string): OwnAuthorities {
  const file = pemFile(text, 'CMDB_CA_FILE', 'ca.pem');
  return extra === undefined ? { file } : { file, extra };
}

/** The two files of a client certificate. */
export function clientFiles(certificate = CLIENT_CERTIFICATE, key = CLIENT_KEY): ClientCertificate {
  return {
    certificate: pemFile(certificate, 'CMDB_CLIENT_CERT_FILE', 'client.pem'),
    key: pemFile(key, 'CMDB_CLIENT_KEY_FILE', 'client.key'),
  };
}

function pemFile(text: string, variable: string, path: string): PemFile {
  return { variable, path, text };
}
