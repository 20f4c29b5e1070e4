import { errors } from 'jose';
import { json, type Reply } from './http';
import { demoAudiences } from './resources';

/** A refusal in the shape of Azure's APIs. */
export const apiProblem = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => json({ error: { code, message } }, status, headers);

// RFC 6750, 3.1: a request without a token gets no error code in the header.
export const noToken = (): Reply =>
  apiProblem(401, 'AuthenticationFailed', 'The request needs a header "Authorization: Bearer <token>".', {
    'www-authenticate': 'Bearer realm="Token Tray demo API"',
  });

/** Why a token is not taken. @param error what its check has thrown */
export function refuseToken(error: unknown, audiences: readonly string[]): Reply {
  const [code, message] = reason(error, audiences);
  // RFC 6750, 3: printable ASCII without quote and backslash.
  const description = message.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?');
  return apiProblem(401, code, message, {
    'www-authenticate': `Bearer realm="Token Tray demo API", error="invalid_token", error_description="${description}"`,
  });
}

function reason(error: unknown, audiences: readonly string[]): readonly [code: string, message: string] {
  if (error instanceof errors.JWTExpired) {
    const at =
      error.payload.exp === undefined ? '' : ` at ${new Date(error.payload.exp * 1000).toISOString()}`;
    return ['ExpiredAuthenticationToken', `The token expired${at}. Copy a new one.`];
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return [
      'InvalidAuthenticationToken',
      'The signature of the token is wrong: it was changed or was not issued here.',
    ];
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    const given = [error.payload.aud ?? 'nothing'].flat().join(', ');
    return [
      'InvalidAuthenticationTokenAudience',
      `The token is for ${given}, but this API takes ${list(audiences)}.`,
    ];
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') {
    return [
      'InvalidAuthenticationTokenTenant',
      'The token was issued by somebody other than the demo tenant.',
    ];
  }
  return ['InvalidAuthenticationToken', 'The token cannot be read as one that the demo tenant issues.'];
}

const list = (audiences: readonly string[]): string => {
  const others = audiences.filter((audience) => !demoAudiences.includes(audience));
  return ['tokens for api://demo.token-tray', ...others].join(', ');
};
