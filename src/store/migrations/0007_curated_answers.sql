CREATE TABLE `curated_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`question` text NOT NULL,
	`place` text NOT NULL,
	`answer` text NOT NULL,
	`citations` text NOT NULL,
	`author` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text NOT NULL,
	`standing` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `curated_answers_state` ON `curated_answers` (`state`);--> statement-breakpoint
CREATE INDEX `curated_answers_version` ON `curated_answers` (`version`);--> statement-breakpoint
CREATE TABLE `curated_hits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`answer_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `curated_answers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `curated_hits_answer` ON `curated_hits` (`answer_id`,`at`);--> statement-breakpoint
CREATE TABLE `curated_phrasings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`answer_id` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `curated_answers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `curated_phrasings_answer` ON `curated_phrasings` (`answer_id`);--> statement-breakpoint
CREATE TRIGGER curated_answers_no_delete BEFORE DELETE ON curated_answers BEGIN SELECT RAISE(ABORT, 'curated answers are kept'); END;
--> statement-breakpoint
CREATE TRIGGER curated_phrasings_no_delete BEFORE DELETE ON curated_phrasings BEGIN SELECT RAISE(ABORT, 'curated answers are kept'); END;
--> statement-breakpoint
CREATE TRIGGER curated_hits_no_update BEFORE UPDATE ON curated_hits BEGIN SELECT RAISE(ABORT, 'curated_hits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER curated_hits_no_delete BEFORE DELETE ON curated_hits BEGIN SELECT RAISE(ABORT, 'curated_hits is append-only'); END;
