"""What is shown: a round, what it tells all residents, the folder of a wijk, its calendar and its posters.

Pure: values of `domain` and the words of a reader come in, text or bytes go out. It imports `domain` only;
who gets what is decided in `scheduler` and `handlers`, sending is done in `bot`.

- A round: `chat`, `plain`, `tables`, `page` and `document` (on paper), made of `wording`, `closing`,
  `sheet` and `panels`.
- For everybody: `feedback`, `feedback_paper`, `poster`; `folder_sheet`, `folder_page`, `folder_paper`,
  `folder_zip`.
- For partners: `calendar`.
- For all: `pen`, `glyphs`, `printing`, `qr`. What may be read of a breakdown says `domain.breakdown`.
"""
