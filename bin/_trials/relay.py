"""A mail relay that delivers nowhere and writes down whom each mail was for, and when: relay.py <port> <log> [ms a mail]"""
import asyncio
import re
import sys
import time

port, log = int(sys.argv[1]), open(sys.argv[2], "a", buffering=1)
pause = int(sys.argv[3]) / 1000 if len(sys.argv) > 3 else 0


async def serve(reader, writer):
    async def say(line):
        writer.write(line.encode() + b"\r\n")
        await writer.drain()

    recipient = ""
    await say("220 trial ESMTP")
    while line := await reader.readline():
        verb = line[:4].upper().strip()
        if verb in (b"EHLO", b"HELO"):
            await say("250-trial\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING")
        elif verb == b"RCPT":
            recipient = line.decode("utf-8", "replace").split(":", 1)[1].split(">")[0].strip(" <")
            await say("250 ok")
        elif verb == b"DATA":
            await say("354 go on")
            message = await reader.readuntil(b"\r\n.\r\n")
            number = re.search(rb"(?im)^message-id:\s*(\S+)", message).group(1).decode()
            link = re.search(rb"/confirm/([\w-]{20,})", message.replace(b"=\r\n", b""))
            if pause:
                await asyncio.sleep(pause)
            log.write(f"{number}\t{recipient}\t{link.group(1).decode() if link else ''}\t{time.time():.3f}\n")
            await say("250 taken")
        elif verb == b"QUIT":
            await say("221 bye")
            break
        else:
            await say("250 ok")
    writer.close()


async def answer(reader, writer):
    try:
        await serve(reader, writer)
    except (ConnectionError, asyncio.IncompleteReadError):
        writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", port, limit=1 << 22)
    await server.serve_forever()


asyncio.run(main())
