// The stock echo bot, which commits one row for each invoke before it answers: what bench/turn-step.ts compares with. The database is
// the same engine with the same durability, reached through the same driver.
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { sql } from 'kysely';
import { createServer, plugins, type Request, type Response } from 'restify';
import { openStore } from '../src/store/database.ts';

const { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder = '', PORT } = process.env;
const { db } = await openStore({ databaseUrl, dataFolder, openedAt: '' });
await sql`create table if not exists echo (id bigint generated always as identity primary key, body text not null)`.execute(db);

class EchoBot extends ActivityHandler {
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { value } = context.activity;
    await sql`insert into echo (body) values (${JSON.stringify(value)})`.execute(db);
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Echo' } };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (request: Request, response: Response) => {
  await adapter.process(request as never, response, (context) => bot.run(context));
});
server.get('/readyz', async (_request: Request, response: Response) => response.send(200));
server.listen(Number(PORT), '127.0.0.1');
