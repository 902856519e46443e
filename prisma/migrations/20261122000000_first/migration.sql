create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "accounts" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'pt-BR',
    "time_zone" TEXT NOT NULL DEFAULT 'America/Sao_Paulo',
    "next_display_id" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "account_id" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'agent',
    "availability" TEXT NOT NULL DEFAULT 'online',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("account_id","user_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'agent',
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "account_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("account_id","user_id","key")
);

-- CreateTable
CREATE TABLE "contacts" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" CITEXT,
    "company" TEXT,
    "job_title" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_activity_at" TIMESTAMPTZ(3),
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "contact_inboxes" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "inbox_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_inboxes_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "display_id" INTEGER NOT NULL,
    "protocol" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "inbox_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "contact_inbox_id" UUID NOT NULL,
    "team_id" UUID,
    "assignee_id" UUID,
    "next_seq" INTEGER NOT NULL DEFAULT 1,
    "seen_seq" INTEGER NOT NULL DEFAULT 0,
    "contact_seen_seq" INTEGER NOT NULL DEFAULT 0,
    "unread_count" INTEGER NOT NULL DEFAULT 0,
    "last_message" JSONB,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "conversation_labels" (
    "account_id" INTEGER NOT NULL,
    "conversation_id" UUID NOT NULL,
    "label_id" UUID NOT NULL,

    CONSTRAINT "conversation_labels_pkey" PRIMARY KEY ("account_id","conversation_id","label_id")
);

-- CreateTable
CREATE TABLE "conversation_counts" (
    "account_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "inbox_id" UUID NOT NULL,
    "team_id" UUID,
    "assignee_id" UUID,
    "n" INTEGER NOT NULL,

    CONSTRAINT "conversation_counts_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "inbox_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "content" TEXT,
    "sender_kind" TEXT NOT NULL,
    "sender_id" UUID,
    "sender_name" TEXT,
    "status" TEXT,
    "error" JSONB,
    "external_id" TEXT,
    "client_id" TEXT,
    "reply_to_id" UUID,
    "reaction_to" UUID,
    "reactions" JSONB NOT NULL DEFAULT '[]',
    "extras" JSONB,
    "activity" JSONB,
    "retry_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER,
    "sha256" BYTEA,
    "voice" BOOLEAN NOT NULL DEFAULT false,
    "width" INTEGER,
    "height" INTEGER,
    "has_preview" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'ready',
    "reference" JSONB,
    "uploader_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "account_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "seq" BIGINT,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "conversation_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "caused_by" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "event_tasks" (
    "account_id" INTEGER NOT NULL,
    "event_id" BIGINT NOT NULL,
    "subscriber" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,

    CONSTRAINT "event_tasks_pkey" PRIMARY KEY ("account_id","event_id","subscriber")
);

-- CreateTable
CREATE TABLE "inboxes" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channel_type" TEXT NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "secrets" BYTEA,
    "token" TEXT NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "health" JSONB NOT NULL DEFAULT '{"state":"unknown","detail":null,"since":null}',
    "delivery_paused_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inboxes_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "inbox_members" (
    "account_id" INTEGER NOT NULL,
    "inbox_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "inbox_members_pkey" PRIMARY KEY ("account_id","inbox_id","user_id")
);

-- CreateTable
CREATE TABLE "inbound_events" (
    "account_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "inbox_id" UUID NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "raw_body" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "outcome" JSONB,

    CONSTRAINT "inbound_events_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "early_events" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "inbox_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "early_events_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "teams" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "account_id" INTEGER NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("account_id","team_id","user_id")
);

-- CreateTable
CREATE TABLE "labels" (
    "account_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL DEFAULT '#6b7280',
    "description" TEXT,
    "show_in_sidebar" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_account_id_created_at_idx" ON "idempotency_keys"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "contacts_account_id_phone_idx" ON "contacts"("account_id", "phone");

-- CreateIndex
CREATE INDEX "contacts_account_id_email_idx" ON "contacts"("account_id", "email");

-- CreateIndex
CREATE INDEX "contacts_account_id_created_at_id_idx" ON "contacts"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contact_inboxes_account_id_contact_id_idx" ON "contact_inboxes"("account_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_inboxes_account_id_inbox_id_source_id_key" ON "contact_inboxes"("account_id", "inbox_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_account_id_display_id_key" ON "conversations"("account_id", "display_id");

-- CreateIndex
CREATE INDEX "conversation_labels_account_id_label_id_idx" ON "conversation_labels"("account_id", "label_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_account_id_conversation_id_seq_key" ON "messages"("account_id", "conversation_id", "seq");

-- CreateIndex
CREATE INDEX "attachments_account_id_message_id_idx" ON "attachments"("account_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "inboxes_token_key" ON "inboxes"("token");

-- CreateIndex
CREATE INDEX "inbox_members_account_id_user_id_idx" ON "inbox_members"("account_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_events_account_id_inbox_id_body_hash_key" ON "inbound_events"("account_id", "inbox_id", "body_hash");

-- CreateIndex
CREATE INDEX "early_events_account_id_inbox_id_external_id_idx" ON "early_events"("account_id", "inbox_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "teams_account_id_name_key" ON "teams"("account_id", "name");

-- CreateIndex
CREATE INDEX "team_members_account_id_user_id_idx" ON "team_members"("account_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "labels_account_id_name_key" ON "labels"("account_id", "name");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_inboxes" ADD CONSTRAINT "contact_inboxes_account_id_contact_id_fkey" FOREIGN KEY ("account_id", "contact_id") REFERENCES "contacts"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_inboxes" ADD CONSTRAINT "contact_inboxes_account_id_inbox_id_fkey" FOREIGN KEY ("account_id", "inbox_id") REFERENCES "inboxes"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_inbox_id_fkey" FOREIGN KEY ("account_id", "inbox_id") REFERENCES "inboxes"("account_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_contact_id_fkey" FOREIGN KEY ("account_id", "contact_id") REFERENCES "contacts"("account_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_contact_inbox_id_fkey" FOREIGN KEY ("account_id", "contact_inbox_id") REFERENCES "contact_inboxes"("account_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_team_id_fkey" FOREIGN KEY ("account_id", "team_id") REFERENCES "teams"("account_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_assignee_id_fkey" FOREIGN KEY ("account_id", "assignee_id") REFERENCES "memberships"("account_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_labels" ADD CONSTRAINT "conversation_labels_account_id_conversation_id_fkey" FOREIGN KEY ("account_id", "conversation_id") REFERENCES "conversations"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_labels" ADD CONSTRAINT "conversation_labels_account_id_label_id_fkey" FOREIGN KEY ("account_id", "label_id") REFERENCES "labels"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_account_id_conversation_id_fkey" FOREIGN KEY ("account_id", "conversation_id") REFERENCES "conversations"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_members" ADD CONSTRAINT "inbox_members_account_id_inbox_id_fkey" FOREIGN KEY ("account_id", "inbox_id") REFERENCES "inboxes"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_members" ADD CONSTRAINT "inbox_members_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "memberships"("account_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_events" ADD CONSTRAINT "inbound_events_account_id_inbox_id_fkey" FOREIGN KEY ("account_id", "inbox_id") REFERENCES "inboxes"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "early_events" ADD CONSTRAINT "early_events_account_id_inbox_id_fkey" FOREIGN KEY ("account_id", "inbox_id") REFERENCES "inboxes"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_account_id_team_id_fkey" FOREIGN KEY ("account_id", "team_id") REFERENCES "teams"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "memberships"("account_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labels" ADD CONSTRAINT "labels_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
