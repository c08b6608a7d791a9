import { z } from 'zod';
import { ConfigError } from './errors.ts';

const roles = ['caseworker', 'team-leader', 'professional-leader', 'secretary', 'administrator'] as const;

/** A list written with commas. */
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const positive = z.coerce.number().int().nonnegative();
const numbers = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .refine((all) => all.every((number) => Number.isInteger(number) && number >= 0));
/** `triage-horsens@2017:2026-01-01` or `…:2026-01-01..2026-12-31`: a version, the first day, and the last or none. */
const adoptions = list.transform((parts, context) =>
  parts.flatMap((part) => {
    const [, ruleSet, from, to = null] =
      /^([a-z0-9-]+@[A-Za-z0-9.-]+):(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/.exec(part) ?? [];
    if (ruleSet !== undefined && from !== undefined) return [{ ruleSet, from, to }];
    context.addIssue({ code: 'custom', message: 'needs checklist@version:YYYY-MM-DD or …:YYYY-MM-DD..YYYY-MM-DD' });
    return [];
  }),
);
const pattern = z
  .string()
  .refine((text) => isPattern(text), { message: 'no regular expression' })
  .transform((text) => new RegExp(text, 'u'));
const people = z
  .string()
  .default('[]')
  .refine((text) => parsed(text) !== undefined, { message: 'not JSON', abort: true })
  .transform(parsed)
  .pipe(
    z.array(
      z.object({
        tenantId: z.string().min(1),
        objectId: z.string().min(1),
        name: z.string().min(1),
        roles: z.array(z.enum(roles)).min(1),
        team: z.string().nullable().default(null),
      }),
    ),
  );
const key = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'needs 64 hexadecimal digits')
  .optional();

/** Every setting by the name it has in the environment; `env.sample` documents each. */
export const settings = z.object({
  MicrosoftAppId: z.string().default(''),
  MicrosoftAppPassword: z.string().default(''),
  MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MicrosoftAppTenantId: z.string().default(''),
  ALLOWED_TENANTS: list,
  ALLOWED_SERVICE_HOSTS: list,
  OPENID_METADATA_URL: z.url().default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  TRYOUT_PORT: z.coerce.number().int().min(0).max(65_535).default(3979),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'needs postgres://')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  ENCRYPTION_KEY: key,
  ORGANISATION: z.string().min(1).default('Kommunen'),
  UNIT_NAME: z.string().min(1).default('Jobcentret'),
  MUNICIPALITY: z.string().min(1).optional(),
  ADOPTED_CHECKLISTS: adoptions,
  PEOPLE: people,
  CASE_NUMBER_PATTERN: pattern.default(
    /^(?:\d{2,4}[/-]\d{1,7}|\d{2}\.\d{2}\.\d{2}-[A-Z]\d{2}-\d{1,4}-\d{2}|\d{3}-\d{4}-\d{4,7})$/u,
  ),
  CASE_LINK: z
    .string()
    .regex(/^https:\/\/.*\{case\}/, 'needs https:// and {case}')
    .optional(),
  PUBLIC_URL: z.url().optional(),
  CLOSED_DAYS: list.pipe(z.array(z.string().regex(/^\d{2}-\d{2}$/, 'needs MM-DD'))).prefault('06-05,12-24,12-31'),
  REMINDER_DAYS_BEFORE: numbers.prefault('7,1,0'),
  REMINDER_HOUR: positive.max(23).default(8),
  OVERDUE_AFTER_WORKING_DAYS: numbers.prefault('1'),
  ESCALATE_AFTER_WORKING_DAYS: positive.min(2).default(3),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = Readonly<z.infer<typeof settings>>;

/** The settings, read once. All faults are told together, and no value is printed. An empty value counts as none. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])),
  );
  const result = settings.safeParse(given);
  const faults = result.success
    ? missing(result.data)
    : result.error.issues.map(
        ({ path, message, code }) => `${path.join('.')}: ${code === 'custom' || code === 'invalid_format' ? message : code}`,
      );
  if (faults.length > 0) throw new ConfigError(`Invalid settings (env.sample documents each)\n  ${faults.join('\n  ')}`);
  if (!result.success) throw new ConfigError('Invalid settings');
  return Object.freeze(result.data);
}

/** Whether only the local try-out may be started: without an app id nothing authenticates what comes in. */
export function isTryout(config: Config): boolean {
  return config.MicrosoftAppId === '';
}

/** The Entra tenants whose people may talk to the bot: the registration's own, and those that the settings name. */
export function tenantsOf({ MicrosoftAppType, MicrosoftAppTenantId, ALLOWED_TENANTS }: Config): readonly string[] {
  return MicrosoftAppType === 'MultiTenant' ? ALLOWED_TENANTS : [MicrosoftAppTenantId, ...ALLOWED_TENANTS];
}

/** What a bot with an app id needs besides. */
function missing(config: Config): readonly string[] {
  if (isTryout(config)) return [];
  const { MicrosoftAppType: type, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = config;
  return [
    ...(type !== 'UserAssignedMSI' && password === '' ? ['MicrosoftAppPassword: missing, and MicrosoftAppId is set'] : []),
    ...(type !== 'MultiTenant' && tenant === '' ? [`MicrosoftAppTenantId: missing, and MicrosoftAppType is ${type}`] : []),
    ...(type === 'MultiTenant' && config.ALLOWED_TENANTS.length === 0
      ? ['ALLOWED_TENANTS: missing, and MicrosoftAppType is MultiTenant']
      : []),
    ...(config.ENCRYPTION_KEY === undefined ? ['ENCRYPTION_KEY: missing, and MicrosoftAppId is set'] : []),
  ];
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
