// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a proxy wallet does, its code kept apart.
contract WalletCode {
    address internal _code;

    receive() external payable {}

    function run(address target, uint256 value, bytes calldata callData) external {
        (bool ok, bytes memory answer) = target.call{value: value}(callData);
        if (!ok) {
            assembly {
                revert(add(answer, 0x20), mload(answer))
            }
        }
    }
}

/// @title A wallet that stands for code at another address, as most wallets that are contracts do: being paid costs it more
/// than a payment by `transfer` leaves, unless it was touched before in the same transaction.
contract ProxyWallet {
    address internal _code = address(new WalletCode());

    receive() external payable {
        _delegate();
    }

    fallback() external payable {
        _delegate();
    }

    function _delegate() private {
        address code = _code;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), code, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}
