import { expect, test } from 'vitest';
import { createLog } from '../../../src/log/log.ts';
import { createCourier } from '../../../src/teams/sending/courier.ts';
import { createGateway, type Gateway } from '../../../src/teams/sending/gateway.ts';
import type { Turn } from '../../../src/teams/turn/request.ts';
import { memoryConversations } from '../../support/bot.ts';

const turn: Turn = {
  ...{ activityId: 'a', language: 'da', today: '2026-11-23' as Turn['today'] },
  person: { tenantId: 't', objectId: 'o', name: 'Berit Holm', roles: ['caseworker'] },
  place: { kind: 'meeting', conversationId: 'c', threadId: null, meetingId: 'm' },
};

test.each([
  [1, 'the only process', false],
  [2, 'one of two replicas', true],
] as const)('a card whose writing took long does not stand over the newer one (%i, %s)', async (replicas, _name, isShared) => {
  let [state, message] = ['old', ''];
  let arrived = () => {};
  const isUnderWay = new Promise<void>((resolve) => (arrived = resolve));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const gateway: Gateway = {
    ...createGateway({ isAllowedServiceUrl: () => false, token: async () => null }),
    update: async (_at, _id, activity) => {
      const text = 'text' in activity ? String(activity.text) : '';
      if (text === 'old') {
        arrived();
        await held;
      }
      message = text;
    },
  };
  const couriers = Array.from({ length: replicas }, () =>
    createCourier(gateway, memoryConversations(), createLog('silent'), { isShared }),
  );
  const content = async () => ({ text: state, summary: state });
  const update = { kind: 'update', conversationId: 'c', messageId: '1', content } as const;
  const slow = couriers[0]?.send(turn, 'http://x', [update]);
  await isUnderWay;
  state = 'new';
  const quick = couriers.at(-1)?.send(turn, 'http://x', [update]);
  if (replicas === 2) await quick;
  release();
  await Promise.all([slow, quick]);
  expect(message).toBe('new');
});
