import { fileURLToPath } from 'node:url';

/** The product's own data: `content/` at the root of the project, beside both `src` and `dist`. */
export const contentFolder: string = fileURLToPath(new URL('../../content/', import.meta.url));
