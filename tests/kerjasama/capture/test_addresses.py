"""Where a client may go: what is public, what a URL may hold, TLS by name over a pinned address."""

from __future__ import annotations

import datetime as dt
import http.server
import ipaddress
import ssl
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.capture.addresses import AddressBook, checked_url, is_public, redact
from kerjasama.capture.client import Client
from kerjasama.capture.reasons import FetchFailed
from kerjasama.capture.settings import ClientSettings

NOT_PUBLIC = """
    127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
    192.0.2.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1
    2001:db8::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2002:c0a8:101::
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_what_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "103.10.1.1", "2404:6800::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_what_is_public(address):
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_in_ipv6_changes_nothing(address):
    wrapped = ipaddress.IPv6Address(int(ipaddress.ip_address("::ffff:0:0")) + int(address))
    assert is_public(str(wrapped)) == is_public(str(address))


@pytest.mark.parametrize("answer", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"]])
def test_one_private_address_among_those_of_a_name_is_enough(answer):
    book = AddressBook({}, False, lambda host, port: answer)
    with pytest.raises(FetchFailed) as failure:
        book.endpoints("kabar.example", 80)
    assert failure.value.reason == "private_address"
    assert AddressBook({}, True, lambda host, port: answer).endpoints("kabar.example", 80)


def test_the_address_is_asked_for_at_each_connection(web):
    """DNS that answers well first and with a loopback address later gains nothing."""
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    book = AddressBook({}, False, lambda host, port: next(answers))
    assert book.endpoints("kabar.example", 80) == [("8.8.8.8", 80)]
    with pytest.raises(FetchFailed):
        book.endpoints("kabar.example", 80)


@pytest.mark.parametrize("number", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1"])
def test_loopback_in_other_spellings_is_refused(number, web):
    client = Client(ClientSettings(delay=0, retries=0))
    with pytest.raises(FetchFailed) as failure:
        client.get(f"http://{number}:{web.port}/")
    assert failure.value.status == "refused" or failure.value.reason == "dns"
    assert not web.requests


@pytest.mark.parametrize("wrong", ["10.0.0.1", "kabar.example:80", "127.0.0.1:x"])
def test_a_resolve_entry_that_is_no_address_says_so(wrong):
    with pytest.raises(ValueError, match=r"address:port"):
        AddressBook({"kabar.example": wrong}, False)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("HTTP://Kabar.Example:80/a b?q=1#x", "http://kabar.example/a b?q=1"),
        ("https://kabar.example", "https://kabar.example/"),
        ("http://kabar.example:8080/", "http://kabar.example:8080/"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)
def test_addresses_are_told_in_one_form(told, asked):
    assert checked_url(told) == asked


@given(
    st.text("abcXYZ019", min_size=8, max_size=30), st.sampled_from(["token", "api_key", "password", "sid"])
)
def test_no_secret_survives_redaction(secret, name):
    assert secret not in redact(f"https://ani:{secret}@kabar.example/a?{name}={secret}&page=2")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """A self-signed certificate for `aman.example`, and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "aman.example")])
    today = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("aman.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return folder


@pytest.fixture(scope="module")
def tls_port(certificates):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path != "/robots.txt" else 404)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"aman")

        def log_message(self, format, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates / "cert.pem", certificates / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda request, address: None
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def tls_client(port, **settings):
    resolve = dict.fromkeys(["aman.example", "palsu.example"], f"127.0.0.1:{port}")
    return Client(ClientSettings(resolve=resolve, delay=0, retries=0, **settings))


def test_tls_goes_to_the_pinned_address_and_is_checked_by_name(tls_port, certificates):
    trusting = tls_client(tls_port, ca_bundle=str(certificates / "cert.pem"))
    assert trusting.get("https://aman.example/a").content == b"aman"
    for client, host in ((trusting, "palsu.example"), (tls_client(tls_port), "aman.example")):
        with pytest.raises(FetchFailed) as failure:
            client.get(f"https://{host}/a")
        assert failure.value.reason == "tls"
