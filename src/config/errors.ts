/** The settings are faulty: every fault by its name and kind, never with its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'settings-invalid';
}
