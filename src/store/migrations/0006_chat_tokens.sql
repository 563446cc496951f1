CREATE TABLE `chat_tokens` (
	`office_id` integer DEFAULT 1 NOT NULL,
	`day` text NOT NULL,
	`conversation` text NOT NULL,
	`tokens` integer NOT NULL,
	PRIMARY KEY(`office_id`, `day`, `conversation`),
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
