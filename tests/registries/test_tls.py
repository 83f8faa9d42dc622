"""A host that cannot prove who it is has not answered, whatever it says."""

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from careleaf.registries.client import Client
from careleaf.registries.reply import UnansweredError
from tests.registries.conftest import NOW, Clock


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_args: object) -> None:
        """A handshake that the client breaks off is what the test is about."""


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Write a certificate for 127.0.0.1 that nobody has vouched for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(tz=UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, SHA256())
    )
    file = tmp_path / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + built.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def port(certificate: Path) -> Iterator[int]:
    server = _Server(("127.0.0.1", 0), _Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def client_with(tls: ssl.SSLContext | None) -> Client:
    clock = Clock()
    return Client("test", clock, clock.sleep, lambda: NOW, lambda _ip: True, tls=tls)


def test_a_certificate_that_nobody_vouches_for_is_refused(port: int) -> None:
    client = client_with(None)
    with pytest.raises(UnansweredError, match=r"could not prove who it is \(TLS\)"):
        client.get_json(f"https://127.0.0.1:{port}/")
    client.close()


def test_one_that_is_vouched_for_is_answered_for_its_own_name_only(port: int, certificate: Path) -> None:
    client = client_with(ssl.create_default_context(cafile=str(certificate)))
    assert client.get_json(f"https://127.0.0.1:{port}/").status == 200
    with pytest.raises(UnansweredError, match="TLS"):
        client.get_json(f"https://localhost:{port}/")
    client.close()
