/** Which component shows which screen. A screen takes `id` and `params`, nothing else. */
import type { Component } from 'svelte';
import Backups from './backups/Backups.svelte';
import Contract from './contract/Contract.svelte';
import Contracts from './contracts/Contracts.svelte';
import Documents from './documents/Documents.svelte';
import Drawing from './drawing/Screen.svelte';
import Evidence from './evidence/Evidence.svelte';
import type { Screen } from './frame/route.svelte';
import Guides from './guide/Guides.svelte';
import Run from './guide/Run.svelte';
import History from './history/History.svelte';
import Inquiries from './inquiries/Inquiries.svelte';
import Message from './message/Message.svelte';
import RecordContract from './record/Record.svelte';
import Check from './rescue/Check.svelte';
import Rules from './rules/Rules.svelte';
import RulesChanged from './rules/RulesChanged.svelte';
import Service from './service/Service.svelte';
import Settings from './settings/Settings.svelte';
import Support from './settings/Support.svelte';
import Today from './today/Today.svelte';

/** What every screen is given. */
export interface ScreenProps {
  /** What the screen is about: a contract, a run. */
  id: string | null;
  /** What it should begin with. */
  params: Record<string, string>;
}

/** A screen may ignore what it is given. */
const screen = (component: unknown) => component as Component<ScreenProps>;

export const COMPONENTS: Record<Screen, Component<ScreenProps>> = {
  today: screen(Today),
  contracts: screen(Contracts),
  contract: screen(Contract),
  record: screen(RecordContract),
  guides: screen(Guides),
  guide: screen(Run),
  drawing: screen(Drawing),
  inquiries: screen(Inquiries),
  evidence: screen(Evidence),
  documents: screen(Documents),
  message: screen(Message),
  rules: screen(Rules),
  'rules-changed': screen(RulesChanged),
  service: screen(Service),
  history: screen(History),
  settings: screen(Settings),
  support: screen(Support),
  check: screen(Check),
  backups: screen(Backups),
};
