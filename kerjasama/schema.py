"""Every table and column, declared once: type, key, reference, vocabulary, and meaning in two languages.

Arrow schemas, CSV headers, the base expectations, the data dictionary and the descriptors are all
made from here. What a value means is the codebook's; how it is read is `kerjasama.extract`'s.

A table whose rows come off one page ends in `_mentions` or begins with `parsed_`; it stays inside the
home. A plain name (`facts`, `actors`) is resolved across articles and goes into a release.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

CODEBOOK_VERSION = "1.0"
MAX_QUOTATION = 280
"""Characters of an article that a row may print (codebook section 9: short quotations only)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `references` is "table.column"; `vocabulary` names a list in vocabularies.yaml.

    `private` columns never leave the home: they are left out of releases.
    """

    name: str
    type: str
    en: str
    id: str
    nullable: bool = False
    vocabulary: str | None = None
    references: str | None = None
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    pattern: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `key` identifies a row and is the order in which rows are kept."""

    name: str
    en: str
    id: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    published: bool = False

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        return next_or_key_error(self.columns, name, self.name)

    @property
    def public_columns(self) -> tuple[Column, ...]:
        """The columns that a release carries."""
        return tuple(column for column in self.columns if not column.private)


def next_or_key_error(columns: tuple[Column, ...], name: str, table: str) -> Column:
    """The column called `name`; KeyError with the table's name where there is none."""
    for column in columns:
        if column.name == name:
            return column
    raise KeyError(f"table {table} has no column {name!r}")


# Short forms for the declarations below.
_S, _I, _F, _B, _T = "string", "int64", "float64", "bool", "timestamp"
_SS, _II = "list<string>", "list<int64>"
_ISO_DATE = r"^\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$"
_ISO_MOMENT = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)?)?$"
_COUNTRY = r"^[A-Z]{2}$"
_SIDE = r"^([A-Z]{2}|INT)$"
_SHA256 = r"^[0-9a-f]{64}$"
_C = Column


def _ref(name: str, table: str, en: str, id: str, **options: Any) -> Column:
    return Column(name, _S, en, id, references=f"{table}.{options.pop('to', name)}", **options)


def _span(of_en: str, of_id: str) -> tuple[Column, Column]:
    return (
        _C(
            "start",
            _I,
            f"first character of {of_en}, in the article's text",
            f"karakter pertama {of_id} dalam teks artikel",
            minimum=0,
            unit="character",
        ),
        _C(
            "end",
            _I,
            f"character after the last of {of_en}",
            f"karakter sesudah {of_id}",
            minimum=1,
            unit="character",
        ),
    )


_DAY = _C(
    "day", _S, "day of capture, UTC: the partition", "hari pengambilan, UTC", pattern=r"^\d{4}-\d{2}-\d{2}$"
)

_CAPTURES = Table(
    "captures",
    "One row for every address that was tried, whatever came of it",
    "Satu baris untuk setiap alamat yang dicoba, apa pun hasilnya",
    ("day", "capture_id"),
    (
        _C("capture_id", _S, "identifier of the attempt, from the URL and the time", "pengenal percobaan"),
        _DAY,
        _C("url", _S, "address that was tried", "alamat yang dicoba"),
        _C(
            "publisher",
            _S,
            "outlet, as publishers.yaml names it",
            "media, menurut publishers.yaml",
            nullable=True,
        ),
        _C("found_via", _S, "the source that named the address", "sumber yang menyebut alamat ini"),
        _C("status", _S, "what came of it", "hasilnya", vocabulary="capture_status"),
        _C(
            "http_status",
            _I,
            "HTTP status of the last answer",
            "status HTTP jawaban terakhir",
            nullable=True,
            minimum=100,
            maximum=599,
        ),
        _C(
            "reason",
            _S,
            "why it was refused, failed or skipped",
            "alasan ditolak, gagal, atau dilewati",
            nullable=True,
        ),
        _C(
            "detail",
            _S,
            "what was wrong, where, and what to do",
            "apa yang salah, di mana, dan langkahnya",
            nullable=True,
        ),
        _C(
            "content_type", _S, "media type as the server told it", "tipe media menurut server", nullable=True
        ),
        _C("bytes", _I, "size of the body", "ukuran isi", nullable=True, minimum=0, unit="byte"),
        _C(
            "content_digest",
            _S,
            "SHA-256 of the body, hexadecimal",
            "SHA-256 isi, heksadesimal",
            nullable=True,
            pattern=_SHA256,
        ),
        _C("captured_at", _T, "when it was tried", "waktu percobaan"),
        _C(
            "archive_record", _S, "identifier of the archived record", "pengenal rekaman arsip", nullable=True
        ),
        _C("attempts", _I, "requests that it took", "jumlah permintaan", minimum=0),
        _C("title_hint", _S, "title that the source told", "judul menurut sumber", nullable=True),
        _C(
            "published_hint",
            _S,
            "publication time that the source told",
            "waktu terbit menurut sumber",
            nullable=True,
        ),
    ),
)

_ARTICLE_COLUMNS = (
    _C("article_id", _S, "identifier: hash of the canonical address, or of the text where there is none", "pengenal: hash alamat kanonis, atau hash teks bila tanpa alamat"),
    _C("url", _S, "address as found", "alamat seperti ditemukan", nullable=True),
    _C("canonical_url", _S, "address that stands for all its twins", "alamat kanonis", nullable=True),
    _C("publisher", _S, "outlet", "media", nullable=True),
    _C("title", _S, "headline", "judul", nullable=True),
    _C("authors", _SS, "writers and reporters", "penulis dan pewarta"),
    _C("editors", _SS, "editors", "penyunting"),
    _C("published_at", _S, "publication date or time with its offset, ISO 8601, as precise as told", "waktu terbit dengan zona, ISO 8601", nullable=True, pattern=_ISO_MOMENT),
    _C("dateline_place", _S, "place of the dateline", "tempat pada awal berita", nullable=True),
    _C("language", _S, "language of the text, ISO 639-1", "bahasa teks, ISO 639-1", nullable=True, pattern=r"^[a-z]{2}$"),
    _C("text_sha256", _S, "SHA-256 of the text, UTF-8", "SHA-256 teks, UTF-8", pattern=_SHA256),
    _C("text_length", _I, "length of the text", "panjang teks", minimum=1, unit="character"),
    _C("word_count", _I, "words of the text", "jumlah kata", minimum=1, unit="word"),
    _C("captured_at", _T, "when the page was captured", "waktu halaman diambil"),
    _C("archive_record", _S, "archived record that it was parsed from", "rekaman arsip asal"),
    _C("parser", _S, "what parsed it: a declared publisher, generic or text", "pengurai yang dipakai"),
    _C("parser_version", _S, "version of the parser", "versi pengurai"),
)  # fmt: skip

_PARSED_ARTICLES = Table(
    "parsed_articles",
    "Articles as parsed, with their text, which stays inside the home",
    "Artikel hasil penguraian beserta teksnya, hanya di dalam penyimpanan",
    ("article_id",),
    (
        _DAY,
        *_ARTICLE_COLUMNS,
        _C("text", _S, "what the journalist wrote", "teks tulisan wartawan", private=True),
        _C(
            "origin",
            _S,
            "where the text's characters stand in the archived records, see kerjasama/parse/origin.py",
            "letak setiap karakter teks dalam rekaman arsip",
            nullable=True,
            private=True,
        ),
    ),
)

_ARTICLES = Table(
    "articles",
    "One row an article that was read",
    "Satu baris untuk setiap artikel yang dibaca",
    ("article_id",),
    (
        *_ARTICLE_COLUMNS,
        _C("story_id", _S, "near-duplicates of one telling share it", "artikel yang hampir sama memakai pengenal yang sama"),
        _C("is_cooperation", _B, "whether it yields a cooperation fact", "apakah memuat fakta kerja sama"),
        _C("partner_countries", _SS, "foreign countries of its facts, ISO 3166-1 alpha-2", "negara mitra dalam faktanya"),
    ),
    published=True,
)  # fmt: skip

_REJECTS = Table(
    "rejects",
    "Captured pages that are no article, each with the reason",
    "Halaman yang bukan artikel, masing-masing dengan alasannya",
    ("archive_record",),
    (
        _DAY,
        _C("archive_record", _S, "archived record of the page", "rekaman arsip halaman"),
        _C("url", _S, "address of the page", "alamat halaman"),
        _C("publisher", _S, "outlet", "media", nullable=True),
        _C("reason", _S, "why it is no article", "mengapa bukan artikel"),
        _C("detail", _S, "what was seen", "keterangan", nullable=True),
        _C("captured_at", _T, "when the page was captured", "waktu halaman diambil"),
    ),
)

_ACTOR_MENTIONS = Table(
    "actor_mentions",
    "One row an actor in an article, with all its spans",
    "Satu baris untuk setiap pelaku dalam sebuah artikel",
    ("actor_mention_id",),
    (
        _DAY,
        _C("actor_mention_id", _S, "identifier: the article and the first span", "pengenal: artikel dan posisi pertama"),
        _ref("article_id", "parsed_articles", "article that names it", "artikel yang menyebutnya"),
        _C("name", _S, "fullest form that the article or the registry gives", "bentuk nama terlengkap"),
        _C("kind", _S, "kind of actor", "jenis pelaku", vocabulary="actor_kind"),
        _C("country", _S, "ISO 3166-1 alpha-2, or INT", "kode negara, atau INT", nullable=True, pattern=_SIDE),
        _C("parent", _S, "organisation that it belongs to", "lembaga induk", nullable=True),
        _C("role_title", _S, "office that a person holds", "jabatan", nullable=True),
        _C("aliases", _SS, "other forms as printed", "bentuk lain seperti tercetak"),
        _C("wikidata_id", _S, "Wikidata item, where the registry has it", "butir Wikidata", nullable=True, pattern=r"^Q\d+$"),
        _C("starts", _II, "first characters of its spans", "karakter pertama setiap penyebutan", unit="character"),
        _C("ends", _II, "characters after its spans", "karakter sesudah setiap penyebutan", unit="character"),
    ),
)  # fmt: skip

_STATEMENT_COLUMNS = (
    _C("statement_id", _S, "identifier: the article and the span", "pengenal: artikel dan posisi"),
    _C("speaker", _S, "who says it", "penutur"),
    _C("role_title", _S, "office of the speaker as printed", "jabatan penutur seperti tercetak", nullable=True),
    _C("organisation", _S, "organisation that the speaker stands for", "lembaga penutur", nullable=True),
    _C("country", _S, "country of the speaker", "negara penutur", nullable=True, pattern=_SIDE),
    _C("mode", _S, "quoted or reported", "langsung atau tidak langsung", vocabulary="statement_mode"),
    _C("verb", _S, "verb of saying as printed", "kata kerja penuturan", nullable=True),
    *_span("the words said", "kata yang diucapkan"),
    _C("words_sha256", _S, "SHA-256 of the words said, UTF-8", "SHA-256 kata yang diucapkan", pattern=_SHA256),
    _C("excerpt", _S, "the words said, cut at 280 characters", "kutipan, paling panjang 280 karakter", max_length=MAX_QUOTATION),
)  # fmt: skip

_STATEMENT_MENTIONS = Table(
    "statement_mentions",
    "Statements of one article",
    "Pernyataan dalam satu artikel",
    ("statement_id",),
    (
        _DAY,
        *_STATEMENT_COLUMNS[:1],
        _ref("article_id", "parsed_articles", "article that prints it", "artikel yang memuatnya"),
        _ref(
            "actor_mention_id", "actor_mentions", "the speaker in this article", "penutur dalam artikel ini"
        ),
        *_STATEMENT_COLUMNS[1:],
    ),
)

_STATEMENTS = Table(
    "statements",
    "Words that an article lays in somebody's mouth",
    "Kata yang menurut artikel diucapkan seseorang",
    ("statement_id",),
    (
        *_STATEMENT_COLUMNS[:1],
        _ref("article_id", "articles", "article that prints it", "artikel yang memuatnya"),
        _ref("actor_id", "actors", "the speaker", "penutur"),
        *_STATEMENT_COLUMNS[1:],
    ),
    published=True,
)

_FIGURE_COLUMNS = (
    _C("value", _F, "number, magnitude words multiplied out", "angka penuh"),
    _C("value_max", _F, "upper end of a range", "batas atas kisaran", nullable=True),
    _C("unit", _S, "ISO 4217 code, percent, or the counted thing in English singular", "kode mata uang, percent, atau benda yang dihitung dalam bahasa Inggris"),
    _C("unit_text", _S, "unit as printed", "satuan seperti tercetak", nullable=True),
    _C("kind", _S, "level, change or share", "nilai, perubahan, atau bagian", vocabulary="figure_kind"),
    _C("direction", _S, "direction of a change", "arah perubahan", nullable=True, vocabulary="direction"),
    _C("status", _S, "actual, target or estimate", "realisasi, target, atau perkiraan", vocabulary="figure_status"),
    _C("qualifier", _S, "how exact it is told", "ketepatan", vocabulary="qualifier"),
    _C("indicator", _S, "what is measured, in the article's words", "yang diukur, dengan kata artikel", nullable=True),
    _C("period", _S, "time that it is for, ISO 8601", "waktu yang dimaksud", nullable=True),
    _C("base_period", _S, "time that a change is compared with", "waktu pembanding", nullable=True),
    _C("raw", _S, "number and unit as printed", "angka dan satuan seperti tercetak", max_length=MAX_QUOTATION),
    *_span("the number with its unit", "angka dengan satuannya"),
)  # fmt: skip


def _figures(name: str, articles: str, published: bool) -> Table:
    return Table(
        name,
        "Quantities that an article states",
        "Angka yang disebut artikel",
        ("figure_id",),
        (
            *(() if published else (_DAY,)),
            _C("figure_id", _S, "identifier: the article and the span", "pengenal: artikel dan posisi"),
            _ref("article_id", articles, "article that states it", "artikel yang menyebutnya"),
            *_FIGURE_COLUMNS,
        ),
        published=published,
    )


_FACT_COLUMNS = (
    _C("instrument", _S, "kind of cooperation", "jenis kerja sama", vocabulary="instrument"),
    _C("stage", _S, "how far it has come", "tahap", vocabulary="stage"),
    _C("partner_countries", _SS, "countries of the foreign side, ISO 3166-1 alpha-2, without ID", "negara pihak asing, tanpa ID"),
    _C("programme", _S, "proper name of the programme, project, agreement or forum", "nama program, proyek, perjanjian, atau forum", nullable=True),
    _C("object", _S, "what it is about, in the article's words", "perihal, dengan kata artikel", nullable=True),
    _C("sectors", _SS, "fields that its sentences name", "bidang yang disebut", vocabulary="sector"),
    _C("places", _SS, "Indonesian divisions: ISO 3166-2 for provinces, Kemendagri codes below", "wilayah Indonesia: ISO 3166-2 atau kode Kemendagri"),
    _C("foreign_places", _SS, "foreign cities and prefectures named as party or venue", "kota dan prefektur asing"),
    _C("event_date", _S, "when it happened or will happen, ISO 8601, reduced precision allowed", "waktu peristiwa", nullable=True, pattern=_ISO_DATE),
    _C("date_precision", _S, "precision of the date", "ketelitian tanggal", vocabulary="date_precision"),
    _C("date_basis", _S, "how the date was had", "dasar tanggal", vocabulary="date_basis"),
    _C("speaker", _S, "who claims it, where the sentence is attributed", "yang menyatakan", nullable=True),
    _C("evidence_starts", _II, "first characters of the evidence sentences", "karakter pertama kalimat bukti", unit="character"),
    _C("evidence_ends", _II, "characters after the evidence sentences", "karakter sesudah kalimat bukti", unit="character"),
    _C("evidence_quote", _S, "the first evidence sentence, cut at 280 characters", "kalimat bukti pertama, paling panjang 280 karakter", max_length=MAX_QUOTATION),
    _C("confidence", _F, "probability that instrument, stage and parties are all right, calibrated on gold", "peluang jenis, tahap, dan pihak semuanya benar", nullable=True, minimum=0, maximum=1),
    _C("extractor", _S, "name and version of what read it", "nama dan versi pembaca"),
)  # fmt: skip

_FACT_ID = _C(
    "fact_id",
    _S,
    "identifier: the article, the first evidence offset and the instrument",
    "pengenal: artikel, posisi bukti pertama, dan jenis",
)

_FACT_MENTIONS = Table(
    "fact_mentions",
    "Cooperation facts as read off each article",
    "Fakta kerja sama hasil pembacaan setiap artikel",
    ("fact_id",),
    (_DAY, _FACT_ID, _ref("article_id", "parsed_articles", "article that claims it", "artikel yang menyatakannya"), *_FACT_COLUMNS),
)  # fmt: skip

_FACTS = Table(
    "facts",
    "One claim, made in one article, that an Indonesian and a foreign party cooperate in one way",
    "Satu pernyataan dalam satu artikel bahwa pihak Indonesia dan pihak asing bekerja sama dengan satu cara",
    ("fact_id",),
    (
        _FACT_ID,
        _ref("article_id", "articles", "article that claims it", "artikel yang menyatakannya"),
        _ref("initiative_id", "initiatives", "real-world cooperation that it belongs to", "kerja sama nyata yang dimaksud"),
        *_FACT_COLUMNS,
    ),
    published=True,
)  # fmt: skip

_PARTICIPANT_COLUMNS = (
    _C("ordinal", _I, "order within the fact", "urutan dalam fakta", minimum=1),
    _C("name", _S, "name of the actor", "nama pelaku"),
    _C("side", _S, "ID, the foreign country's code, or INT", "ID, kode negara asing, atau INT", pattern=_SIDE),
    _C("role", _S, "role in the fact", "peran dalam fakta", vocabulary="role"),
    _C("start", _I, "first character of the words that name it", "karakter pertama penyebutannya", nullable=True, minimum=0, unit="character"),
    _C("end", _I, "character after those words", "karakter sesudahnya", nullable=True, minimum=1, unit="character"),
)  # fmt: skip

_PARTICIPANT_MENTIONS = Table(
    "participant_mentions",
    "Parties of the facts of each article",
    "Pihak dalam fakta setiap artikel",
    ("fact_id", "ordinal"),
    (
        _DAY,
        _ref("fact_id", "fact_mentions", "the fact", "fakta"),
        _ref("article_id", "parsed_articles", "article of the fact", "artikel asal fakta"),
        _ref("actor_mention_id", "actor_mentions", "the actor in this article", "pelaku dalam artikel ini"),
        *_PARTICIPANT_COLUMNS,
    ),
)

_PARTICIPANTS = Table(
    "participants",
    "Who takes part in a fact, on which side and in which role",
    "Siapa yang terlibat, di pihak mana, dan sebagai apa",
    ("fact_id", "ordinal"),
    (
        _ref("fact_id", "facts", "the fact", "fakta"),
        _ref("article_id", "articles", "article of the fact", "artikel asal fakta"),
        _ref("actor_id", "actors", "the actor", "pelaku"),
        *_PARTICIPANT_COLUMNS,
    ),
    published=True,
)

_ACTORS = Table(
    "actors",
    "Persons and organisations, resolved across articles",
    "Orang dan lembaga, disatukan dari semua artikel",
    ("actor_id",),
    (
        _C("actor_id", _S, "identifier", "pengenal"),
        _C("name", _S, "canonical name", "nama baku"),
        _C("kind", _S, "kind of actor", "jenis pelaku", vocabulary="actor_kind"),
        _C("country", _S, "ISO 3166-1 alpha-2, or INT", "kode negara, atau INT", nullable=True, pattern=_SIDE),
        _C("parent", _S, "name of the organisation that it belongs to", "nama lembaga induk", nullable=True),
        _ref("parent_actor_id", "actors", "that organisation, where it is an actor itself", "lembaga induk, bila juga pelaku", to="actor_id", nullable=True),
        _C("role_title", _S, "office last told of a person", "jabatan terakhir yang disebut", nullable=True),
        _C("aliases", _SS, "other forms as printed", "bentuk lain seperti tercetak"),
        _C("wikidata_id", _S, "Wikidata item, where the registry has it", "butir Wikidata", nullable=True, pattern=r"^Q\d+$"),
        _C("articles", _I, "articles that name it", "jumlah artikel yang menyebutnya", minimum=1, unit="article"),
    ),
    published=True,
)  # fmt: skip

_MENTIONS = Table(
    "mentions",
    "Every place where an article names an actor",
    "Setiap penyebutan pelaku dalam artikel",
    ("article_id", "start", "actor_id"),
    (
        _ref("article_id", "articles", "the article", "artikel"),
        _ref("actor_id", "actors", "the actor", "pelaku"),
        *_span("the words that name it", "penyebutannya"),
        _C("text", _S, "the words as printed", "seperti tercetak", max_length=MAX_QUOTATION),
    ),
    published=True,
)

_INITIATIVES = Table(
    "initiatives",
    "Real-world cooperations seen across articles",
    "Kerja sama nyata yang terlihat dari beberapa artikel",
    ("initiative_id",),
    (
        _C("initiative_id", _S, "identifier", "pengenal"),
        _C("name", _S, "programme, or else the object of its first fact", "program, atau perihal fakta pertamanya"),
        _C("programme", _S, "proper name, where one is told", "nama program, bila disebut", nullable=True),
        _C("partner_countries", _SS, "countries of the foreign side", "negara mitra"),
        _C("parties", _SS, "actors that take part (actor_id)", "pelaku yang terlibat (actor_id)", references="actors.actor_id"),
        _C("sectors", _SS, "fields of its facts", "bidang", vocabulary="sector"),
        _C("stage", _S, "present stage: that of its latest fact", "tahap terkini", vocabulary="stage"),
        _C("first_seen", _S, "date of the first article", "tanggal artikel pertama", nullable=True, pattern=_ISO_DATE),
        _C("last_seen", _S, "date of the last article", "tanggal artikel terakhir", nullable=True, pattern=_ISO_DATE),
        _C("facts", _I, "facts linked to it", "jumlah fakta", minimum=1, unit="fact"),
        _C("articles", _I, "articles that tell it", "jumlah artikel", minimum=1, unit="article"),
        _C("stories", _I, "independent tellings: near-copies count once", "jumlah pemberitaan mandiri", minimum=1, unit="story"),
    ),
    published=True,
)  # fmt: skip

_INITIATIVE_STAGES = Table(
    "initiative_stages",
    "Dated history of an initiative's stages, each with the fact that proves it",
    "Riwayat tahap setiap kerja sama beserta fakta buktinya",
    ("initiative_id", "ordinal"),
    (
        _ref("initiative_id", "initiatives", "the initiative", "kerja sama"),
        _C("ordinal", _I, "order in time", "urutan waktu", minimum=1),
        _C("stage", _S, "stage", "tahap", vocabulary="stage"),
        _C("date", _S, "event date, or else the publication date", "tanggal peristiwa, atau tanggal terbit", nullable=True, pattern=_ISO_DATE),
        _C("date_basis", _S, "event, published or none", "event, published, atau none", pattern=r"^(event|published|none)$"),
        _ref("fact_id", "facts", "fact that proves it", "fakta buktinya"),
    ),
    published=True,
)  # fmt: skip

_COVERAGE = Table(
    "coverage",
    "What was looked at: outlet by day of capture",
    "Apa yang diperiksa: media menurut hari pengambilan",
    ("publisher", "day"),
    (
        _C("publisher", _S, "outlet, or unknown", "media, atau unknown"),
        _C("day", _S, "day of capture, UTC", "hari pengambilan, UTC", pattern=r"^\d{4}-\d{2}-\d{2}$"),
        *(
            _C(name, _I, en, id_, minimum=0, unit=unit)
            for name, en, id_, unit in (
                (
                    "skipped",
                    "addresses passed over by the keyword gate",
                    "alamat yang dilewati saringan",
                    "address",
                ),
                ("tried", "addresses tried", "alamat yang dicoba", "address"),
                ("fetched", "of these: fetched and archived", "diambil dan diarsipkan", "address"),
                ("unchanged", "of these: unchanged since the last capture", "tidak berubah", "address"),
                ("refused", "of these: refused by robots.txt or the host", "ditolak", "address"),
                ("failed", "of these: failed", "gagal", "address"),
                ("articles", "pages that are articles", "halaman berupa artikel", "article"),
                ("rejected", "pages that are no article, or twins of one", "halaman bukan artikel", "page"),
                (
                    "relevant",
                    "articles with a cooperation fact",
                    "artikel dengan fakta kerja sama",
                    "article",
                ),
                ("facts", "facts read", "fakta yang terbaca", "fact"),
            )
        ),
    ),
    published=True,
)

_MAPPINGS = Table(
    "mappings",
    "The codebook's codes in other schemes: PLOVER, CAMEO, AidData, IATI, OECD DAC, ISIC",
    "Padanan kode dalam skema lain: PLOVER, CAMEO, AidData, IATI, OECD DAC, ISIC",
    ("vocabulary", "code", "condition", "scheme"),
    (
        _C("vocabulary", _S, "vocabulary of the code", "kosakata"),
        _C("code", _S, "code in this dataset", "kode dalam dataset ini"),
        _C("condition", _S, "when the row applies; empty: always", "syarat; kosong: selalu"),
        _C("scheme", _S, "the other scheme", "skema lain"),
        _C(
            "value",
            _S,
            "code or codes there, CAMEO's as CAMEO:057; empty: none",
            "kode di sana, kode CAMEO sebagai CAMEO:057; kosong: tidak ada",
        ),
    ),
    published=True,
)

_INPUTS = Table(
    "inputs",
    "Every archive record that the release was made from",
    "Setiap rekaman arsip yang menjadi bahan rilis",
    ("archive_record",),
    (
        _C("archive_record", _S, "identifier of the record", "pengenal rekaman"),
        _C("url", _S, "address", "alamat"),
        _C("content_digest", _S, "SHA-256 of the body", "SHA-256 isi", pattern=_SHA256),
        _C("captured_at", _T, "when it was captured", "waktu diambil"),
        _C("outcome", _S, "article or the reason of its rejection", "artikel atau alasan penolakan"),
        _C("article_id", _S, "the article made from it", "artikel yang dihasilkan", nullable=True),
        _C("parser", _S, "what parsed it", "pengurai", nullable=True),
        _C("parser_version", _S, "version of the parser", "versi pengurai", nullable=True),
    ),
    published=True,
)  # fmt: skip

_UNREAD = Table(
    "unread",
    "Articles that the extractor could not read, with the error",
    "Artikel yang gagal dibaca beserta kesalahannya",
    ("article_id",),
    (
        _DAY,
        _ref("article_id", "parsed_articles", "the article", "artikel"),
        _C("error", _S, "what went wrong", "kesalahannya"),
    ),
)

_STORIES = Table(
    "stories",
    "Near-duplicate clusters over all articles",
    "Kelompok artikel yang hampir sama",
    ("article_id",),
    (
        _ref("article_id", "parsed_articles", "the article", "artikel"),
        _C("story_id", _S, "cluster, named after its earliest article", "kelompok, menurut artikel terawal"),
    ),
)

_QUARANTINE = Table(
    "quarantine",
    "Rows held back from the release, each with the rule that it breaks",
    "Baris yang ditahan dari rilis beserta aturan yang dilanggar",
    ("table", "row_key", "rule"),
    (
        _C("table", _S, "table of the row", "tabel"),
        _C("row_key", _S, "key of the row", "kunci baris"),
        _C("rule", _S, "expectation that it breaks", "aturan yang dilanggar"),
        _C("row", _S, "the row as JSON, private columns left out", "baris sebagai JSON"),
    ),
    published=True,
)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        _CAPTURES,
        _PARSED_ARTICLES,
        _REJECTS,
        _ACTOR_MENTIONS,
        _STATEMENT_MENTIONS,
        _figures("figure_mentions", "parsed_articles", published=False),
        _FACT_MENTIONS,
        _PARTICIPANT_MENTIONS,
        _UNREAD,
        _STORIES,
        _ARTICLES,
        _FACTS,
        _PARTICIPANTS,
        _figures("figures", "articles", published=True),
        _STATEMENTS,
        _ACTORS,
        _MENTIONS,
        _INITIATIVES,
        _INITIATIVE_STAGES,
        _COVERAGE,
        _MAPPINGS,
        _INPUTS,
        _QUARANTINE,
    )
}
"""All tables by name, in the order in which the pipeline makes them."""

MENTION_TABLES = (
    "statement_mentions",
    "figure_mentions",
    "actor_mentions",
    "fact_mentions",
    "participant_mentions",
)
"""What is read off each article by itself."""

READ_TABLES = (*MENTION_TABLES, "unread")
"""All that one reading of an article makes."""

RESOLVED_TABLES = (
    "articles",
    "facts",
    "participants",
    "figures",
    "statements",
    "actors",
    "mentions",
    "initiatives",
    "initiative_stages",
)
"""What is true across articles: made together out of all mentions."""

PUBLISHED = tuple(name for name, table in TABLES.items() if table.published)
"""Names of the tables that a release carries."""


def arrow_schema(name: str, *, public: bool = False) -> pyarrow.Schema:
    """The Arrow schema of a table, with descriptions and units as field metadata.

    With `public`, private columns are left out. KeyError where there is no such table.
    """
    import pyarrow as pa

    table = TABLES[name]
    columns = table.public_columns if public else table.columns
    return pa.schema(
        [pa.field(c.name, _arrow_type(c.type), c.nullable, _metadata(c)) for c in columns],
        metadata={"table": name, "description": table.en, "codebook_version": CODEBOOK_VERSION},
    )


def to_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pyarrow.Table:
    """Rows as an Arrow table of the declared schema, sorted by the table's key.

    Missing columns become null; an unknown column or a value of a wrong type is a ValueError that
    names the table.
    """
    import pyarrow as pa

    schema, known = arrow_schema(name), {column.name for column in TABLES[name].columns}
    plain = [dict(row) for row in rows]
    strange = sorted({key for row in plain for key in row} - known)
    if strange:
        raise ValueError(
            f"table {name} has no column {', '.join(strange)}; declare it in kerjasama/schema.py"
        )
    try:
        table = pa.Table.from_pylist(plain, schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"table {name}: {error}") from error
    return table.sort_by([(key, "ascending") for key in TABLES[name].key])


def _arrow_type(name: str) -> pyarrow.DataType:
    import pyarrow as pa

    if name.startswith("list<"):
        # Parquet calls a list's items "element"; the same name here, so that what is read back is equal.
        return pa.list_(pa.field("element", _arrow_type(name[5:-1])))
    return (
        pa.timestamp("ms", tz="UTC") if name == "timestamp" else getattr(pa, _ARROW_NAMES.get(name, name))()
    )


_ARROW_NAMES = {"bool": "bool_"}


def _metadata(column: Column) -> dict[str, str]:
    facts = {
        "description": column.en,
        "description_id": column.id,
        "unit": column.unit,
        "vocabulary": column.vocabulary,
        "references": column.references,
    }
    return {key: value for key, value in facts.items() if value}
