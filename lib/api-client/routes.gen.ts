/** What each route takes and gives back. Written from the route modules by `bin/generate-api-client.ts`; do not edit. */
import type {
  AgentView, AttachmentView, Availability, ContactView, ConversationStatus, ConversationView, InboxView, LabelView, MessageView, Page, ProfileView, QueueCounts, QueueTab, RealtimeEvent, TeamView,
} from "./views.ts";

type InAccount = { accountId: number };
type OfConversation = { accountId: number; id: string };

export type Routes = {
  "GET /api/profile": { output: ProfileView };
  "PATCH /api/profile": { body: { name?: string; displayName?: string | null; locale?: string | null }; output: ProfileView };
  "GET /api/invitations/{token}": { params: { token: string }; output: { email: string; accountName: string; role: string; hasUser: boolean } };
  "POST /api/invitations/{token}": { params: { token: string }; body: { name?: string; password: string }; output: { accountId: number; email: string } };
  "GET /api/accounts/{accountId}/conversations": {
    params: InAccount;
    query?: { tab?: QueueTab; status?: ConversationStatus; inboxId?: string; q?: string; unread?: boolean; after?: string; limit?: number };
    output: Page<ConversationView>;
  };
  "GET /api/accounts/{accountId}/conversations/counts": { params: InAccount; output: QueueCounts };
  "GET /api/accounts/{accountId}/conversations/{id}": { params: OfConversation; output: ConversationView };
  "GET /api/accounts/{accountId}/conversations/{id}/messages": {
    params: OfConversation;
    query?: { before?: number; after?: number; around?: number; limit?: number };
    output: { items: MessageView[]; next: number | null; newer: number | null };
  };
  "POST /api/accounts/{accountId}/conversations/{id}/messages": {
    params: OfConversation;
    body: { content?: string; private?: boolean; clientId?: string; attachmentIds?: string[]; replyToId?: string };
    output: MessageView;
  };
  "POST /api/accounts/{accountId}/conversations/{id}/messages/{messageId}/retry": { params: OfConversation & { messageId: string }; output: MessageView };
  "PUT /api/accounts/{accountId}/conversations/{id}/assignee": { params: OfConversation; body: { assigneeId: string | null }; output: ConversationView };
  "PUT /api/accounts/{accountId}/conversations/{id}/team": { params: OfConversation; body: { teamId: string | null }; output: ConversationView };
  "PUT /api/accounts/{accountId}/conversations/{id}/labels": { params: OfConversation; body: { labelIds: string[] }; output: ConversationView };
  "PUT /api/accounts/{accountId}/conversations/{id}/read": { params: OfConversation; body: { seq: number }; output: ConversationView };
  "POST /api/accounts/{accountId}/conversations/{id}/start": { params: OfConversation; body: { teamId?: string }; output: ConversationView };
  "POST /api/accounts/{accountId}/conversations/{id}/resolution": { params: OfConversation; output: ConversationView };
  "DELETE /api/accounts/{accountId}/conversations/{id}/resolution": { params: OfConversation; output: ConversationView };
  "PUT /api/accounts/{accountId}/messages/{id}/reaction": { params: OfConversation; body: { emoji: string }; output: MessageView };
  "DELETE /api/accounts/{accountId}/messages/{id}/reaction": { params: OfConversation; output: MessageView };
  "GET /api/accounts/{accountId}/contacts": { params: InAccount; query?: { q?: string; after?: string; limit?: number }; output: Page<ContactView> };
  "POST /api/accounts/{accountId}/contacts": { params: InAccount; body: { name: string; phone?: string | null; email?: string | null }; output: ContactView };
  "GET /api/accounts/{accountId}/contacts/{id}": { params: OfConversation; output: ContactView };
  "PATCH /api/accounts/{accountId}/contacts/{id}": {
    params: OfConversation;
    body: { name?: string; phone?: string | null; email?: string | null; company?: string | null; jobTitle?: string | null };
    output: ContactView;
  };
  "GET /api/accounts/{accountId}/contacts/{id}/conversations": { params: OfConversation; output: Page<ConversationView> };
  "GET /api/accounts/{accountId}/inboxes": { params: InAccount; output: Page<InboxView> };
  "GET /api/accounts/{accountId}/teams": { params: InAccount; output: Page<TeamView> };
  "GET /api/accounts/{accountId}/labels": { params: InAccount; output: Page<LabelView> };
  "GET /api/accounts/{accountId}/agents": { params: InAccount; output: Page<AgentView> };
  "PATCH /api/accounts/{accountId}/agents/{id}": { params: OfConversation; body: { role?: string; availability?: Availability }; output: AgentView };
  "GET /api/accounts/{accountId}/events": { params: InAccount; query: { after: number }; output: { events: RealtimeEvent[]; head: number; tooFar: boolean } };
};
