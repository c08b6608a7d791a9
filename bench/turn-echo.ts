// The stock echo bot of the Bot Framework samples on restify: what bench/turn.ts compares with. Answers the port that PORT names.
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';
import { createServer, plugins, type Request, type Response } from 'restify';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
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
server.listen(Number(process.env['PORT']), '127.0.0.1');
