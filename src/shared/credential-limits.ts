/** Lengths in UTF-16 code units; of a PFX file in bytes. */
export const credentialLimits = {
  secretLength: 4096,
  pemLength: 64 * 1024,
  pfxSize: 96 * 1024,
  passphraseLength: 1024,
} as const;
