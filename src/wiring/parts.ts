import type { Directory } from '../app/access/directory.ts';
import type { AuditTrail } from '../app/audit.ts';
import type { Clock } from '../app/clock.ts';
import type { Config } from '../config/config.ts';
import type { TextsByLanguage } from '../domain/language/texts.ts';
import type { Log } from '../log/log.ts';
import type { Sealer } from '../store/core/sealer.ts';
import type { Store } from '../store/database.ts';

/** Everything that the areas share. */
export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly clock: Clock;
  readonly texts: TextsByLanguage;
  readonly audit: AuditTrail;
  readonly directory: Directory;
  readonly sealer: Sealer;
}
