import { feedbackStore } from '../../../src/store/core/feedback-store.ts';
import { createSealer } from '../../../src/store/core/sealer.ts';
import { openStore } from '../../../src/store/database.ts';
import { documentStore } from '../../../src/store/document-store.ts';

// Imports and feedback in turns, one line on standard output for each that the database acknowledged, until somebody kills it.
const [dataFolder = '', from = '0', to = '0'] = process.argv.slice(2);
const store = await openStore({ dataFolder, openedAt: new Date().toISOString() });
const sealer = createSealer('ab'.repeat(32));
const documents = documentStore(store.db);
const feedback = feedbackStore(store.db, sealer);
process.stdout.write('open\n');
for (let index = Number(from); index < Number(to); index += 1) {
  const id = `n${index}`;
  const audit = { tenantId: 't1', actor: 'child', action: 'saved', subject: id, details: {} };
  const change = { activityId: id, audit };
  const known = { municipality: null, title: id, body: null, datedOn: null, year: null, caseNumber: null, standing: null };
  if (index % 2 === 0)
    await documents.save(
      't1',
      { document: { id, file: `${id}.txt`, ...known }, text: id.repeat(500), sha256: id, guessed: [] },
      change,
    );
  else await feedback.save('t1', { id, objectId: 'p', reaction: 'like', text: id, question: id, messageId: null }, change);
  process.stdout.write(`${index}\n`);
}
await store.close();
