package io.github.mailgunreactor.simulator.internal.keys;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The addresses from which an account may use the API. The list is kept and shown but not enforced: every request to a
 * simulator comes from the loopback address, and would be locked out by the first entry.
 */
public final class IpAllowlistOperations implements Operations {
    private static final String PATH = "/v2/ip_whitelist";

    /** Descriptions by address or CIDR, in the order added. */
    public static final class Entries {
        private final Map<String, String> descriptions = new LinkedHashMap<>();

        public void put(String address, String description) {
            descriptions.put(address, description);
        }
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, PATH, request -> response(entries(request)));
        routes.add(POST, PATH, this::add);
        routes.add(PUT, PATH, this::change);
        routes.add(DELETE, PATH, this::remove);
    }

    private SimulatedResponse add(SimulatedRequest request) {
        String address = address(request);
        Refusal.where(!isAddressOrCidr(address), 400, "Invalid IP Address or CIDR");
        Entries entries = entries(request);
        entries.put(address, description(request));
        return response(entries);
    }

    private SimulatedResponse change(SimulatedRequest request) {
        String address = known(request);
        Entries entries = entries(request);
        entries.put(address, description(request));
        return response(entries);
    }

    private SimulatedResponse remove(SimulatedRequest request) {
        String address = known(request);
        Entries entries = entries(request);
        entries.descriptions.remove(address);
        return response(entries);
    }

    private static String address(SimulatedRequest request) {
        String address = request.parameter("address");
        if (address == null || address.isBlank()) {
            throw new Refusal(400, "IP address can not be blank");
        }
        return address.strip();
    }

    private static String known(SimulatedRequest request) {
        String address = address(request);
        Refusal.where(!entries(request).descriptions.containsKey(address), 400, "IP not found");
        return address;
    }

    private static String description(SimulatedRequest request) {
        String description = request.parameter("description");
        return description == null ? "" : description;
    }

    private static Entries entries(SimulatedRequest request) {
        return request.global(Entries.class, Entries::new);
    }

    private static SimulatedResponse response(Entries entries) {
        List<Map<String, String>> addresses = new ArrayList<>();
        entries.descriptions.forEach((address, description) -> {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("ip_address", address);
            entry.put("description", description);
            addresses.add(entry);
        });
        return SimulatedResponse.ok(Map.of("addresses", addresses));
    }

    /** Whether the text is an IPv4 or IPv6 address, alone or with the length of a prefix. */
    public static boolean isAddressOrCidr(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v4 = NetUtil.isValidIpV4Address(address);
        if (!v4 && !NetUtil.isValidIpV6Address(address)) {
            return false;
        }
        return slash < 0 || isPrefixLength(text.substring(slash + 1), v4 ? 32 : 128);
    }

    private static boolean isPrefixLength(String text, int max) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= max;
    }
}
